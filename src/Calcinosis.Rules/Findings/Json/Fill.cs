using System.Runtime.CompilerServices;
using Init = System.Runtime.CompilerServices.UnsafeAccessorAttribute;

namespace Calcinosis.Rules.Findings.Json;

/// <summary>
/// Sets the properties of entries, which are immutable for everybody else: only the reader of a document does so, with an
/// entry that nobody has seen yet. Each line is the setter that an object initialiser would call, so that a document is read
/// without a copy of the entry for every property.
/// </summary>
internal static class Fill
{
    [Init(UnsafeAccessorKind.Method, Name = "set_System")] public static extern void System(Coding entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Value")] public static extern void Value(Coding entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Display")] public static extern void Display(Coding entry, string? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Low")] public static extern void Low(ReferenceRange entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_High")] public static extern void High(ReferenceRange entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Unit")] public static extern void Unit(ReferenceRange entry, string? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Min")] public static extern void Min(SizeRange entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Max")] public static extern void Max(SizeRange entry, decimal? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_AgeYears")] public static extern void AgeYears(Patient entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Age")] public static extern void Age(Patient entry, IsoDuration? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_BirthDate")] public static extern void BirthDate(Patient entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Sex")] public static extern void Sex(Patient entry, Sex? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_GestationalAgeWeeks")] public static extern void GestationalAgeWeeks(Patient entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Pregnant")] public static extern void Pregnant(Patient entry, bool? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Analyte")] public static extern void Analyte(LabResult entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Codings")] public static extern void Codings(LabResult entry, IReadOnlyList<Coding> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Text")] public static extern void Text(LabResult entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Value")] public static extern void Value(LabResult entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Unit")] public static extern void Unit(LabResult entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Comparator")] public static extern void Comparator(LabResult entry, Comparator? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_ReferenceRange")] public static extern void ReferenceRange(LabResult entry, ReferenceRange? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Interpretation")] public static extern void Interpretation(LabResult entry, LabInterpretation? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_TakenOn")] public static extern void TakenOn(LabResult entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_TakenAt")] public static extern void TakenAt(LabResult entry, TimeOnly? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Specimen")] public static extern void Specimen(LabResult entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Quality")] public static extern void Quality(LabResult entry, IReadOnlyList<SampleQuality> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_SpecimenType")] public static extern void SpecimenType(LabResult entry, SpecimenType? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_DialysisTiming")] public static extern void DialysisTiming(LabResult entry, DialysisTiming? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Method")] public static extern void Method(LabResult entry, LabMethod? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_AfterTreatment")] public static extern void AfterTreatment(LabResult entry, bool? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_From")] public static extern void From(FindingsEntry entry, string? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Code")] public static extern void Code(NamedEntry entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Codings")] public static extern void Codings(NamedEntry entry, IReadOnlyList<Coding> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Text")] public static extern void Text(NamedEntry entry, string? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Status")] public static extern void Status(Condition entry, PresenceStatus? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Verification")] public static extern void Verification(Condition entry, Verification? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Since")] public static extern void Since(Condition entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Until")] public static extern void Until(Condition entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Duration")] public static extern void Duration(Condition entry, IsoDuration? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_OnsetAgeYears")] public static extern void OnsetAgeYears(Condition entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Site")] public static extern void Site(Condition entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Lesions")] public static extern void Lesions(Condition entry, IReadOnlyList<LesionRelation> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Stage")] public static extern void Stage(Condition entry, string? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Status")] public static extern void Status(Exposure entry, PresenceStatus? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Site")] public static extern void Site(Exposure entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_StartedOn")] public static extern void StartedOn(Exposure entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_EndedOn")] public static extern void EndedOn(Exposure entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_BeforeLesion")] public static extern void BeforeLesion(Exposure entry, IsoDuration? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Ongoing")] public static extern void Ongoing(Exposure entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Extravasation")] public static extern void Extravasation(Exposure entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Lesions")] public static extern void Lesions(Exposure entry, IReadOnlyList<LesionRelation> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Route")] public static extern void Route(Exposure entry, Route? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Dose")] public static extern void Dose(Exposure entry, Dose? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Duration")] public static extern void Duration(Exposure entry, IsoDuration? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Indication")] public static extern void Indication(Exposure entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Response")] public static extern void Response(Exposure entry, IReadOnlyList<LesionResponse> value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Id(Lesion entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Sites")] public static extern void Sites(Lesion entry, IReadOnlyList<string> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Morphology")] public static extern void Morphology(Lesion entry, IReadOnlyList<string> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_MorphologyAbsent")] public static extern void MorphologyAbsent(Lesion entry, IReadOnlyList<string> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Count")] public static extern void Count(Lesion entry, LesionCount? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Number")] public static extern void Number(Lesion entry, int? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_SizeMm")] public static extern void SizeMm(Lesion entry, SizeRange? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Pain")] public static extern void Pain(Lesion entry, Pain? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_PainScore")] public static extern void PainScore(Lesion entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_OpioidNeeded")] public static extern void OpioidNeeded(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_PainOutOfProportion")] public static extern void PainOutOfProportion(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Ulcerated")] public static extern void Ulcerated(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Necrotic")] public static extern void Necrotic(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_ChalkyDischarge")] public static extern void ChalkyDischarge(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_IschaemicPattern")] public static extern void IschaemicPattern(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_NonHealing")] public static extern void NonHealing(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Symmetric")] public static extern void Symmetric(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Depth")] public static extern void Depth(Lesion entry, LesionDepth? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Distribution")] public static extern void Distribution(Lesion entry, IReadOnlyList<string> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_AtPriorInjury")] public static extern void AtPriorInjury(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_LocalDamage")] public static extern void LocalDamage(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_OnlyInDamagedSkin")] public static extern void OnlyInDamagedSkin(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_OnsetOn")] public static extern void OnsetOn(Lesion entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_OnsetAgeYears")] public static extern void OnsetAgeYears(Lesion entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Duration")] public static extern void Duration(Lesion entry, IsoDuration? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Growing")] public static extern void Growing(Lesion entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Course")] public static extern void Course(Lesion entry, LesionCourse? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_ClearedAfter")] public static extern void ClearedAfter(Lesion entry, IsoDuration? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Status")] public static extern void Status(ReportFinding entry, PresenceStatus? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Extent")] public static extern void Extent(ReportFinding entry, FindingExtent? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Modality")] public static extern void Modality(ImagingStudy entry, Modality? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Lesion")] public static extern void Lesion(ImagingStudy entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Lesions")] public static extern void Lesions(ImagingStudy entry, IReadOnlyList<string> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_TakenOn")] public static extern void TakenOn(ImagingStudy entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Findings")] public static extern void Findings(ImagingStudy entry, IReadOnlyList<ReportFinding> value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Lesion")] public static extern void Lesion(HistologyReport entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Lesions")] public static extern void Lesions(HistologyReport entry, IReadOnlyList<string> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Adequate")] public static extern void Adequate(HistologyReport entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_TakenOn")] public static extern void TakenOn(HistologyReport entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Depth")] public static extern void Depth(HistologyReport entry, SpecimenDepth? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Specimens")] public static extern void Specimens(HistologyReport entry, int? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Stains")] public static extern void Stains(HistologyReport entry, IReadOnlyList<StainResult> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Decalcified")] public static extern void Decalcified(HistologyReport entry, bool? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Findings")] public static extern void Findings(HistologyReport entry, IReadOnlyList<ReportFinding> value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Status")] public static extern void Status(FamilyHistoryEntry entry, PresenceStatus? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Relation")] public static extern void Relation(FamilyHistoryEntry entry, string? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Kind")] public static extern void Kind(BedsideMeasurement entry, MeasurementKind? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Value")] public static extern void Value(BedsideMeasurement entry, decimal? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Unit")] public static extern void Unit(BedsideMeasurement entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_TakenOn")] public static extern void TakenOn(BedsideMeasurement entry, PartialDate? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Lesion")] public static extern void Lesion(SpectroscopyResult entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Method")] public static extern void Method(SpectroscopyResult entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Mineral")] public static extern void Mineral(SpectroscopyResult entry, Mineral? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Gene")] public static extern void Gene(GeneticResult entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Result")] public static extern void Result(GeneticResult entry, GeneResult? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Lesion")] public static extern void Lesion(DifferentialEntry entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Status")] public static extern void Status(DifferentialEntry entry, DifferentialStatus? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Basis")] public static extern void Basis(DifferentialEntry entry, string? value);

    [Init(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Id(FindingsDocument entry, string? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_AsOf")] public static extern void AsOf(FindingsDocument entry, PartialDate? value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Patient")] public static extern void Patient(FindingsDocument entry, Patient value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Labs")] public static extern void Labs(FindingsDocument entry, IReadOnlyList<LabResult> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Conditions")] public static extern void Conditions(FindingsDocument entry, IReadOnlyList<Condition> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Exposures")] public static extern void Exposures(FindingsDocument entry, IReadOnlyList<Exposure> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Lesions")] public static extern void Lesions(FindingsDocument entry, IReadOnlyList<Lesion> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Imaging")] public static extern void Imaging(FindingsDocument entry, IReadOnlyList<ImagingStudy> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Histology")] public static extern void Histology(FindingsDocument entry, IReadOnlyList<HistologyReport> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_FamilyHistory")] public static extern void FamilyHistory(FindingsDocument entry, IReadOnlyList<FamilyHistoryEntry> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Measurements")] public static extern void Measurements(FindingsDocument entry, IReadOnlyList<BedsideMeasurement> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Spectroscopy")] public static extern void Spectroscopy(FindingsDocument entry, IReadOnlyList<SpectroscopyResult> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Genetics")] public static extern void Genetics(FindingsDocument entry, IReadOnlyList<GeneticResult> value);
    [Init(UnsafeAccessorKind.Method, Name = "set_Differential")] public static extern void Differential(FindingsDocument entry, IReadOnlyList<DifferentialEntry> value);
}
