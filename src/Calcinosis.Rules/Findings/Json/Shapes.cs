using System.Globalization;

namespace Calcinosis.Rules.Findings.Json;

/// <summary>The objects of a findings document, property by property.</summary>
internal static class Shapes
{
    private static readonly ObjectShape<CodingDraft> CodingShape = new(
        ("system", static (ref c, e) => e with { System = c.Text() }), ("code", static (ref c, e) => e with { Code = c.Text() }), ("display", static (ref c, e) => e with { Display = c.Text() }));

    private static readonly ObjectShape<RelationDraft> RelationShape = new(
        ("lesion", static (ref c, e) => e with { Lesion = c.Text() }), ("relation", static (ref c, e) => e with { Relation = c.Word<SiteRelation>("relation") }),
        ("beforeLesion", static (ref c, e) => e with { BeforeLesion = c.Duration() }));

    private static readonly ObjectShape<ReferenceRange> RangeShape = new(
        ("low", static (ref c, e) => e with { Low = c.Number() }), ("high", static (ref c, e) => e with { High = c.Number() }), ("unit", static (ref c, e) => e with { Unit = c.Text() }));

    private static readonly ObjectShape<DoseDraft> DoseShape = new(
        ("value", static (ref c, e) => e with { Value = c.Number() }), ("unit", static (ref c, e) => e with { Unit = c.Text() }), ("per", static (ref c, e) => e with { Per = c.Text() }));

    private static readonly ObjectShape<ResponseDraft> ResponseShape = new(
        ("lesion", static (ref c, e) => e with { Lesion = c.Text() }), ("effect", static (ref c, e) => e with { Effect = c.Word<ResponseEffect>("effect") }), ("after", static (ref c, e) => e with { After = c.Duration() }));

    private static readonly ObjectShape<SizeRange> SizeShape = new(
        ("min", static (ref c, e) => e with { Min = c.Number() }), ("max", static (ref c, e) => e with { Max = c.Number() }));

    private static readonly ObjectShape<StainDraft> StainShape = new(
        ("stain", static (ref c, e) => e with { Stain = c.Word<Stain>("stain") }), ("result", static (ref c, e) => e with { Result = c.Word<LabInterpretation>("result") }));

    internal static readonly ObjectShape<Patient> Patient = new(
        ("ageYears", static (ref c, e) => e with { AgeYears = c.Number() }), ("age", static (ref c, e) => e with { Age = c.Duration() }), ("birthDate", static (ref c, e) => e with { BirthDate = c.Date() }),
        ("sex", static (ref c, e) => e with { Sex = c.Word<Sex>("sex") }), ("gestationalAgeWeeks", static (ref c, e) => e with { GestationalAgeWeeks = c.Number() }), ("pregnant", static (ref c, e) => e with { Pregnant = c.Bool() }));

    internal static readonly ObjectShape<LabResult> Lab = new(
        ("analyte", static (ref c, e) => e with { Analyte = c.Text() }), ("codings", static (ref c, e) => e with { Codings = Codings(ref c) }), ("text", static (ref c, e) => e with { Text = c.Text() }),
        ("value", static (ref c, e) => e with { Value = c.Number() }), ("unit", static (ref c, e) => e with { Unit = c.Text() }), ("comparator", static (ref c, e) => e with { Comparator = c.Word<Comparator>("comparator") }),
        ("referenceRange", static (ref c, e) => e with { ReferenceRange = RangeShape.Read(ref c, new ReferenceRange(null, null)) }),
        ("interpretation", static (ref c, e) => e with { Interpretation = c.Word<LabInterpretation>("interpretation") }), ("takenOn", static (ref c, e) => Taken(ref c, e)),
        ("specimen", static (ref c, e) => e with { Specimen = c.Text() }), ("quality", static (ref c, e) => e with { Quality = c.Words<SampleQuality>("quality") }),
        ("specimenType", static (ref c, e) => e with { SpecimenType = c.Word<SpecimenType>("specimenType") }), ("dialysisTiming", static (ref c, e) => e with { DialysisTiming = c.Word<DialysisTiming>("dialysisTiming") }),
        ("method", static (ref c, e) => e with { Method = c.Word<LabMethod>("method") }), ("afterTreatment", static (ref c, e) => e with { AfterTreatment = c.Bool() }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<Condition> Condition = new(
        ("code", static (ref c, e) => e with { Code = c.Text() }), ("codings", static (ref c, e) => e with { Codings = Codings(ref c) }), ("text", static (ref c, e) => e with { Text = c.Text() }),
        ("status", static (ref c, e) => e with { Status = c.Word<PresenceStatus>("status") }), ("verification", static (ref c, e) => e with { Verification = c.Word<Verification>("verification") }),
        ("since", static (ref c, e) => e with { Since = c.Date() }), ("until", static (ref c, e) => e with { Until = c.Date() }), ("duration", static (ref c, e) => e with { Duration = c.Duration() }),
        ("onsetAgeYears", static (ref c, e) => e with { OnsetAgeYears = c.Number() }), ("site", static (ref c, e) => e with { Site = c.Text() }), ("lesions", static (ref c, e) => e with { Lesions = Relations(ref c) }),
        ("stage", static (ref c, e) => e with { Stage = c.Text() }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<Exposure> Exposure = new(
        ("code", static (ref c, e) => e with { Code = c.Text() }), ("codings", static (ref c, e) => e with { Codings = Codings(ref c) }), ("text", static (ref c, e) => e with { Text = c.Text() }),
        ("status", static (ref c, e) => e with { Status = c.Word<PresenceStatus>("status") }), ("site", static (ref c, e) => e with { Site = c.Text() }), ("startedOn", static (ref c, e) => e with { StartedOn = c.Date() }),
        ("endedOn", static (ref c, e) => e with { EndedOn = c.Date() }), ("beforeLesion", static (ref c, e) => e with { BeforeLesion = c.Duration() }), ("ongoing", static (ref c, e) => e with { Ongoing = c.Bool() }),
        ("extravasation", static (ref c, e) => e with { Extravasation = c.Bool() }), ("lesions", static (ref c, e) => e with { Lesions = Relations(ref c) }), ("route", static (ref c, e) => e with { Route = c.Word<Route>("route") }),
        ("dose", static (ref c, e) => e with { Dose = DoseShape.Read(ref c, new DoseDraft()) is { Value: { } value } dose ? new Dose(value, dose.Unit, dose.Per) : null }),
        ("duration", static (ref c, e) => e with { Duration = c.Duration() }), ("indication", static (ref c, e) => e with { Indication = c.Text() }), ("response", static (ref c, e) => e with { Response = Responses(ref c) }),
        ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<Lesion> Lesion = new(
        ("id", static (ref c, e) => e with { Id = c.Text() }), ("sites", static (ref c, e) => e with { Sites = c.Strings() }), ("morphology", static (ref c, e) => e with { Morphology = c.Strings() }),
        ("morphologyAbsent", static (ref c, e) => e with { MorphologyAbsent = c.Strings() }), ("count", static (ref c, e) => e with { Count = c.Word<LesionCount>("count") }), ("number", static (ref c, e) => e with { Number = c.Integer() }),
        ("sizeMm", static (ref c, e) => e with { SizeMm = SizeShape.Read(ref c, new SizeRange(null, null)) }), ("pain", static (ref c, e) => e with { Pain = c.Word<Pain>("pain") }), ("painScore", static (ref c, e) => e with { PainScore = c.Number() }),
        ("opioidNeeded", static (ref c, e) => e with { OpioidNeeded = c.Bool() }), ("painOutOfProportion", static (ref c, e) => e with { PainOutOfProportion = c.Bool() }), ("ulcerated", static (ref c, e) => e with { Ulcerated = c.Bool() }),
        ("necrotic", static (ref c, e) => e with { Necrotic = c.Bool() }), ("chalkyDischarge", static (ref c, e) => e with { ChalkyDischarge = c.Bool() }), ("ischaemicPattern", static (ref c, e) => e with { IschaemicPattern = c.Bool() }),
        ("nonHealing", static (ref c, e) => e with { NonHealing = c.Bool() }), ("symmetric", static (ref c, e) => e with { Symmetric = c.Bool() }), ("depth", static (ref c, e) => e with { Depth = c.Word<LesionDepth>("depth") }),
        ("distribution", static (ref c, e) => e with { Distribution = c.Strings() }), ("atPriorInjury", static (ref c, e) => e with { AtPriorInjury = c.Bool() }), ("localDamage", static (ref c, e) => e with { LocalDamage = c.Bool() }),
        ("onlyInDamagedSkin", static (ref c, e) => e with { OnlyInDamagedSkin = c.Bool() }), ("onsetOn", static (ref c, e) => e with { OnsetOn = c.Date() }), ("onsetAgeYears", static (ref c, e) => e with { OnsetAgeYears = c.Number() }),
        ("duration", static (ref c, e) => e with { Duration = c.Duration() }), ("growing", static (ref c, e) => e with { Growing = c.Bool() }), ("course", static (ref c, e) => e with { Course = c.Word<LesionCourse>("course") }),
        ("clearedAfter", static (ref c, e) => e with { ClearedAfter = c.Duration() }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<ReportFinding> ReportFinding = new(
        ("code", static (ref c, e) => e with { Code = c.Text() }), ("codings", static (ref c, e) => e with { Codings = Codings(ref c) }), ("text", static (ref c, e) => e with { Text = c.Text() }),
        ("status", static (ref c, e) => e with { Status = c.Word<PresenceStatus>("status") }), ("extent", static (ref c, e) => e with { Extent = c.Word<FindingExtent>("extent") }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<ImagingStudy> Imaging = new(
        ("modality", static (ref c, e) => e with { Modality = c.Word<Modality>("modality") }), ("lesion", static (ref c, e) => e with { Lesion = c.Text() }), ("lesions", static (ref c, e) => e with { Lesions = c.Strings() }),
        ("takenOn", static (ref c, e) => e with { TakenOn = c.Date() }), ("findings", static (ref c, e) => e with { Findings = Findings(ref c) }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<HistologyReport> Histology = new(
        ("lesion", static (ref c, e) => e with { Lesion = c.Text() }), ("lesions", static (ref c, e) => e with { Lesions = c.Strings() }), ("adequate", static (ref c, e) => e with { Adequate = c.Bool() }),
        ("takenOn", static (ref c, e) => e with { TakenOn = c.Date() }), ("depth", static (ref c, e) => e with { Depth = c.Word<SpecimenDepth>("depth") }), ("specimens", static (ref c, e) => e with { Specimens = c.Integer() }),
        ("stains", static (ref c, e) => e with { Stains = Stains(ref c) }), ("decalcified", static (ref c, e) => e with { Decalcified = c.Bool() }), ("findings", static (ref c, e) => e with { Findings = Findings(ref c) }),
        ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<FamilyHistoryEntry> Family = new(
        ("code", static (ref c, e) => e with { Code = c.Text() }), ("codings", static (ref c, e) => e with { Codings = Codings(ref c) }), ("text", static (ref c, e) => e with { Text = c.Text() }),
        ("status", static (ref c, e) => e with { Status = c.Word<PresenceStatus>("status") }), ("relation", static (ref c, e) => e with { Relation = c.Text() }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<BedsideMeasurement> Measurement = new(
        ("kind", static (ref c, e) => e with { Kind = c.Word<MeasurementKind>("kind") }), ("value", static (ref c, e) => e with { Value = c.Number() }), ("unit", static (ref c, e) => e with { Unit = c.Text() }),
        ("takenOn", static (ref c, e) => e with { TakenOn = c.Date() }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<SpectroscopyResult> Spectroscopy = new(
        ("lesion", static (ref c, e) => e with { Lesion = c.Text() }), ("method", static (ref c, e) => e with { Method = c.Text() }), ("mineral", static (ref c, e) => e with { Mineral = c.Word<Mineral>("mineral") }),
        ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<GeneticResult> Genetic = new(
        ("gene", static (ref c, e) => e with { Gene = c.Text() }), ("result", static (ref c, e) => e with { Result = c.Word<GeneResult>("result") }), ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<DifferentialEntry> Differential = new(
        ("code", static (ref c, e) => e with { Code = c.Text() }), ("codings", static (ref c, e) => e with { Codings = Codings(ref c) }), ("text", static (ref c, e) => e with { Text = c.Text() }),
        ("lesion", static (ref c, e) => e with { Lesion = c.Text() }), ("status", static (ref c, e) => e with { Status = c.Word<DifferentialStatus>("status") }), ("basis", static (ref c, e) => e with { Basis = c.Text() }),
        ("from", static (ref c, e) => e with { From = c.Text() }));

    internal static readonly ObjectShape<FindingsDocument> Document = new(
        ("schema", static (ref c, e) => Schema(ref c, e)), ("id", static (ref c, e) => e with { Id = c.Text() }), ("asOf", static (ref c, e) => e with { AsOf = c.Date() }),
        ("patient", static (ref c, e) => e with { Patient = Patient.Read(ref c, new Patient()) ?? new Patient() }),
        ("labs", static (ref c, e) => e with { Labs = c.List(static (ref c) => Entry(ref c, Lab, new LabResult())) }),
        ("conditions", static (ref c, e) => e with { Conditions = c.List(static (ref c) => Entry(ref c, Condition, new Condition())) }),
        ("exposures", static (ref c, e) => e with { Exposures = c.List(static (ref c) => Entry(ref c, Exposure, new Exposure())) }),
        ("lesions", static (ref c, e) => e with { Lesions = c.List(static (ref c) => Entry(ref c, Lesion, new Lesion())) }),
        ("imaging", static (ref c, e) => e with { Imaging = c.List(static (ref c) => Entry(ref c, Imaging, new ImagingStudy())) }),
        ("histology", static (ref c, e) => e with { Histology = c.List(static (ref c) => Entry(ref c, Histology, new HistologyReport())) }),
        ("familyHistory", static (ref c, e) => e with { FamilyHistory = c.List(static (ref c) => Entry(ref c, Family, new FamilyHistoryEntry())) }),
        ("measurements", static (ref c, e) => e with { Measurements = c.List(static (ref c) => Entry(ref c, Measurement, new BedsideMeasurement())) }),
        ("spectroscopy", static (ref c, e) => e with { Spectroscopy = c.List(static (ref c) => Entry(ref c, Spectroscopy, new SpectroscopyResult())) }),
        ("genetics", static (ref c, e) => e with { Genetics = c.List(static (ref c) => Entry(ref c, Genetic, new GeneticResult())) }),
        ("differential", static (ref c, e) => e with { Differential = c.List(static (ref c) => Entry(ref c, Differential, new DifferentialEntry())) }));

    private static T? Entry<T>(ref JsonCursor cursor, ObjectShape<T> shape, T seed)
        where T : FindingsEntry
    {
        var path = cursor.Path;
        var entry = shape.Read(ref cursor, seed);
        return entry is null || entry.From is not null ? entry : entry with { From = path };
    }

    private static FindingsDocument Schema(ref JsonCursor cursor, FindingsDocument document)
    {
        if (cursor.Text() is { } schema && schema != FindingsDocument.SchemaId)
            cursor.Error("unknown-schema", schema, FindingsDocument.SchemaId, $"This version reads {FindingsDocument.SchemaId}.");
        return document;
    }

    private static LabResult Taken(ref JsonCursor cursor, LabResult lab)
    {
        if (cursor.Token != System.Text.Json.JsonTokenType.String)
            return lab with { TakenOn = cursor.Date() };
        var text = cursor.PropertyName();
        var date = cursor.Date();
        var time = text.IndexOf('T', StringComparison.Ordinal) is > 0 and var at && date is not null
            && TimeOnly.TryParse(text.AsSpan(at + 1, Math.Min(5, text.Length - at - 1)), CultureInfo.InvariantCulture, out var clock) ? clock : (TimeOnly?)null;
        return lab with { TakenOn = date, TakenAt = time };
    }

    private static IReadOnlyList<Coding> Codings(ref JsonCursor cursor) =>
        [.. cursor.List(static (ref c) => CodingShape.Read(ref c, new CodingDraft())).Select(draft => new Coding(draft.System, draft.Code, draft.Display))];

    private static IReadOnlyList<LesionRelation> Relations(ref JsonCursor cursor) =>
        cursor.List(static (ref c) =>
        {
            // A bare id says that the entry belongs to the lesion and no more.
            if (c.Token == System.Text.Json.JsonTokenType.String)
                return new LesionRelation(c.Text()!);
            var draft = RelationShape.Read(ref c, new RelationDraft());
            if (draft is null)
                return null;
            if (draft.Lesion is null)
                c.Error("missing-lesion", null, "the id of a lesion", "The relation names no lesion.");
            return draft.Lesion is null ? null : new LesionRelation(draft.Lesion, draft.Relation, draft.BeforeLesion);
        });

    private static IReadOnlyList<LesionResponse> Responses(ref JsonCursor cursor) =>
        cursor.List(static (ref c) => ResponseShape.Read(ref c, new ResponseDraft()) is { Lesion: { } lesion } draft ? new LesionResponse(lesion, draft.Effect, draft.After) : null);

    private static IReadOnlyList<StainResult> Stains(ref JsonCursor cursor) =>
        cursor.List(static (ref c) => StainShape.Read(ref c, new StainDraft()) is { Stain: { } stain } draft ? new StainResult(stain, draft.Result) : null);

    private static IReadOnlyList<ReportFinding> Findings(ref JsonCursor cursor) =>
        cursor.List(static (ref c) => Entry(ref c, ReportFinding, new ReportFinding()));

    private sealed record CodingDraft(string? System = null, string? Code = null, string? Display = null);

    private sealed record RelationDraft(string? Lesion = null, SiteRelation? Relation = null, IsoDuration? BeforeLesion = null);

    private sealed record DoseDraft(decimal? Value = null, string? Unit = null, string? Per = null);

    private sealed record ResponseDraft(string? Lesion = null, ResponseEffect? Effect = null, IsoDuration? After = null);

    private sealed record StainDraft(Stain? Stain = null, LabInterpretation? Result = null);
}
