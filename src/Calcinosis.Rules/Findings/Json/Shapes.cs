using System.Globalization;

namespace Calcinosis.Rules.Findings.Json;

/// <summary>The objects of a findings document, property by property.</summary>
internal static class Shapes
{
    private static readonly ObjectShape<Coding> CodingShape = new(
        ("system", static (ref c, e) => Fill.System(e, c.Text())), ("code", static (ref c, e) => Fill.Value(e, c.Text())), ("display", static (ref c, e) => Fill.Display(e, c.Text())));

    private static readonly ObjectShape<RelationDraft> RelationShape = new(
        ("lesion", static (ref c, e) => e.Lesion = c.Text()), ("relation", static (ref c, e) => e.Relation = c.Word<SiteRelation>("relation")),
        ("beforeLesion", static (ref c, e) => e.BeforeLesion = c.Duration()));

    private static readonly ObjectShape<ReferenceRange> RangeShape = new(
        ("low", static (ref c, e) => Fill.Low(e, c.Number())), ("high", static (ref c, e) => Fill.High(e, c.Number())), ("unit", static (ref c, e) => Fill.Unit(e, c.Text())));

    private static readonly ObjectShape<DoseDraft> DoseShape = new(
        ("value", static (ref c, e) => e.Value = c.Number()), ("unit", static (ref c, e) => e.Unit = c.Text()), ("per", static (ref c, e) => e.Per = c.Text()));

    private static readonly ObjectShape<ResponseDraft> ResponseShape = new(
        ("lesion", static (ref c, e) => e.Lesion = c.Text()), ("effect", static (ref c, e) => e.Effect = c.Word<ResponseEffect>("effect")), ("after", static (ref c, e) => e.After = c.Duration()));

    private static readonly ObjectShape<SizeRange> SizeShape = new(
        ("min", static (ref c, e) => Fill.Min(e, c.Number())), ("max", static (ref c, e) => Fill.Max(e, c.Number())));

    private static readonly ObjectShape<StainDraft> StainShape = new(
        ("stain", static (ref c, e) => e.Stain = c.Word<Stain>("stain")), ("result", static (ref c, e) => e.Result = c.Word<LabInterpretation>("result")));

    internal static readonly ObjectShape<Patient> Patient = new(
        ("ageYears", static (ref c, e) => Fill.AgeYears(e, c.Number())), ("age", static (ref c, e) => Fill.Age(e, c.Duration())), ("birthDate", static (ref c, e) => Fill.BirthDate(e, c.Date())),
        ("sex", static (ref c, e) => Fill.Sex(e, c.Word<Sex>("sex"))), ("gestationalAgeWeeks", static (ref c, e) => Fill.GestationalAgeWeeks(e, c.Number())), ("pregnant", static (ref c, e) => Fill.Pregnant(e, c.Bool())));

    internal static readonly ObjectShape<LabResult> Lab = new(
        ("analyte", static (ref c, e) => Fill.Analyte(e, c.Text())), ("codings", static (ref c, e) => Fill.Codings(e, Codings(ref c))), ("text", static (ref c, e) => Fill.Text(e, c.Text())),
        ("value", static (ref c, e) => Fill.Value(e, c.Number())), ("unit", static (ref c, e) => Fill.Unit(e, c.Text())), ("comparator", static (ref c, e) => Fill.Comparator(e, c.Word<Comparator>("comparator"))),
        ("referenceRange", static (ref c, e) => Fill.ReferenceRange(e, RangeShape.Read(ref c, new ReferenceRange(null, null)))),
        ("interpretation", static (ref c, e) => Fill.Interpretation(e, c.Word<LabInterpretation>("interpretation"))), ("takenOn", static (ref c, e) => Taken(ref c, e)),
        ("specimen", static (ref c, e) => Fill.Specimen(e, c.Text())), ("quality", static (ref c, e) => Fill.Quality(e, c.Words<SampleQuality>("quality"))),
        ("specimenType", static (ref c, e) => Fill.SpecimenType(e, c.Word<SpecimenType>("specimenType"))), ("dialysisTiming", static (ref c, e) => Fill.DialysisTiming(e, c.Word<DialysisTiming>("dialysisTiming"))),
        ("method", static (ref c, e) => Fill.Method(e, c.Word<LabMethod>("method"))), ("afterTreatment", static (ref c, e) => Fill.AfterTreatment(e, c.Bool())), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<Condition> Condition = new(
        ("code", static (ref c, e) => Fill.Code(e, c.Text())), ("codings", static (ref c, e) => Fill.Codings(e, Codings(ref c))), ("text", static (ref c, e) => Fill.Text(e, c.Text())),
        ("status", static (ref c, e) => Fill.Status(e, c.Word<PresenceStatus>("status"))), ("verification", static (ref c, e) => Fill.Verification(e, c.Word<Verification>("verification"))),
        ("since", static (ref c, e) => Fill.Since(e, c.Date())), ("until", static (ref c, e) => Fill.Until(e, c.Date())), ("duration", static (ref c, e) => Fill.Duration(e, c.Duration())),
        ("onsetAgeYears", static (ref c, e) => Fill.OnsetAgeYears(e, c.Number())), ("site", static (ref c, e) => Fill.Site(e, c.Text())), ("lesions", static (ref c, e) => Fill.Lesions(e, Relations(ref c))),
        ("stage", static (ref c, e) => Fill.Stage(e, c.Text())), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<Exposure> Exposure = new(
        ("code", static (ref c, e) => Fill.Code(e, c.Text())), ("codings", static (ref c, e) => Fill.Codings(e, Codings(ref c))), ("text", static (ref c, e) => Fill.Text(e, c.Text())),
        ("status", static (ref c, e) => Fill.Status(e, c.Word<PresenceStatus>("status"))), ("site", static (ref c, e) => Fill.Site(e, c.Text())), ("startedOn", static (ref c, e) => Fill.StartedOn(e, c.Date())),
        ("endedOn", static (ref c, e) => Fill.EndedOn(e, c.Date())), ("beforeLesion", static (ref c, e) => Fill.BeforeLesion(e, c.Duration())), ("ongoing", static (ref c, e) => Fill.Ongoing(e, c.Bool())),
        ("extravasation", static (ref c, e) => Fill.Extravasation(e, c.Bool())), ("lesions", static (ref c, e) => Fill.Lesions(e, Relations(ref c))), ("route", static (ref c, e) => Fill.Route(e, c.Word<Route>("route"))),
        ("dose", static (ref c, e) => Fill.Dose(e, DoseShape.Read(ref c, new DoseDraft()) is { Value: { } value } dose ? new Dose(value, dose.Unit, dose.Per) : null)),
        ("duration", static (ref c, e) => Fill.Duration(e, c.Duration())), ("indication", static (ref c, e) => Fill.Indication(e, c.Text())), ("response", static (ref c, e) => Fill.Response(e, Responses(ref c))),
        ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<Lesion> Lesion = new(
        ("id", static (ref c, e) => Fill.Id(e, c.Text())), ("sites", static (ref c, e) => Fill.Sites(e, c.Strings())), ("morphology", static (ref c, e) => Fill.Morphology(e, c.Strings())),
        ("morphologyAbsent", static (ref c, e) => Fill.MorphologyAbsent(e, c.Strings())), ("count", static (ref c, e) => Fill.Count(e, c.Word<LesionCount>("count"))), ("number", static (ref c, e) => Fill.Number(e, c.Integer())),
        ("sizeMm", static (ref c, e) => Fill.SizeMm(e, SizeShape.Read(ref c, new SizeRange(null, null)))), ("pain", static (ref c, e) => Fill.Pain(e, c.Word<Pain>("pain"))), ("painScore", static (ref c, e) => Fill.PainScore(e, c.Number())),
        ("opioidNeeded", static (ref c, e) => Fill.OpioidNeeded(e, c.Bool())), ("painOutOfProportion", static (ref c, e) => Fill.PainOutOfProportion(e, c.Bool())), ("ulcerated", static (ref c, e) => Fill.Ulcerated(e, c.Bool())),
        ("necrotic", static (ref c, e) => Fill.Necrotic(e, c.Bool())), ("chalkyDischarge", static (ref c, e) => Fill.ChalkyDischarge(e, c.Bool())), ("ischaemicPattern", static (ref c, e) => Fill.IschaemicPattern(e, c.Bool())),
        ("nonHealing", static (ref c, e) => Fill.NonHealing(e, c.Bool())), ("symmetric", static (ref c, e) => Fill.Symmetric(e, c.Bool())), ("depth", static (ref c, e) => Fill.Depth(e, c.Word<LesionDepth>("depth"))),
        ("distribution", static (ref c, e) => Fill.Distribution(e, c.Strings())), ("atPriorInjury", static (ref c, e) => Fill.AtPriorInjury(e, c.Bool())), ("localDamage", static (ref c, e) => Fill.LocalDamage(e, c.Bool())),
        ("onlyInDamagedSkin", static (ref c, e) => Fill.OnlyInDamagedSkin(e, c.Bool())), ("onsetOn", static (ref c, e) => Fill.OnsetOn(e, c.Date())), ("onsetAgeYears", static (ref c, e) => Fill.OnsetAgeYears(e, c.Number())),
        ("duration", static (ref c, e) => Fill.Duration(e, c.Duration())), ("growing", static (ref c, e) => Fill.Growing(e, c.Bool())), ("course", static (ref c, e) => Fill.Course(e, c.Word<LesionCourse>("course"))),
        ("clearedAfter", static (ref c, e) => Fill.ClearedAfter(e, c.Duration())), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<ReportFinding> ReportFinding = new(
        ("code", static (ref c, e) => Fill.Code(e, c.Text())), ("codings", static (ref c, e) => Fill.Codings(e, Codings(ref c))), ("text", static (ref c, e) => Fill.Text(e, c.Text())),
        ("status", static (ref c, e) => Fill.Status(e, c.Word<PresenceStatus>("status"))), ("extent", static (ref c, e) => Fill.Extent(e, c.Word<FindingExtent>("extent"))), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<ImagingStudy> Imaging = new(
        ("modality", static (ref c, e) => Fill.Modality(e, c.Word<Modality>("modality"))), ("lesion", static (ref c, e) => Fill.Lesion(e, c.Text())), ("lesions", static (ref c, e) => Fill.Lesions(e, c.Strings())),
        ("takenOn", static (ref c, e) => Fill.TakenOn(e, c.Date())), ("findings", static (ref c, e) => Fill.Findings(e, Findings(ref c))), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<HistologyReport> Histology = new(
        ("lesion", static (ref c, e) => Fill.Lesion(e, c.Text())), ("lesions", static (ref c, e) => Fill.Lesions(e, c.Strings())), ("adequate", static (ref c, e) => Fill.Adequate(e, c.Bool())),
        ("takenOn", static (ref c, e) => Fill.TakenOn(e, c.Date())), ("depth", static (ref c, e) => Fill.Depth(e, c.Word<SpecimenDepth>("depth"))), ("specimens", static (ref c, e) => Fill.Specimens(e, c.Integer())),
        ("stains", static (ref c, e) => Fill.Stains(e, Stains(ref c))), ("decalcified", static (ref c, e) => Fill.Decalcified(e, c.Bool())), ("findings", static (ref c, e) => Fill.Findings(e, Findings(ref c))),
        ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<FamilyHistoryEntry> Family = new(
        ("code", static (ref c, e) => Fill.Code(e, c.Text())), ("codings", static (ref c, e) => Fill.Codings(e, Codings(ref c))), ("text", static (ref c, e) => Fill.Text(e, c.Text())),
        ("status", static (ref c, e) => Fill.Status(e, c.Word<PresenceStatus>("status"))), ("relation", static (ref c, e) => Fill.Relation(e, c.Text())), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<BedsideMeasurement> Measurement = new(
        ("kind", static (ref c, e) => Fill.Kind(e, c.Word<MeasurementKind>("kind"))), ("value", static (ref c, e) => Fill.Value(e, c.Number())), ("unit", static (ref c, e) => Fill.Unit(e, c.Text())),
        ("takenOn", static (ref c, e) => Fill.TakenOn(e, c.Date())), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<SpectroscopyResult> Spectroscopy = new(
        ("lesion", static (ref c, e) => Fill.Lesion(e, c.Text())), ("method", static (ref c, e) => Fill.Method(e, c.Text())), ("mineral", static (ref c, e) => Fill.Mineral(e, c.Word<Mineral>("mineral"))),
        ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<GeneticResult> Genetic = new(
        ("gene", static (ref c, e) => Fill.Gene(e, c.Text())), ("result", static (ref c, e) => Fill.Result(e, c.Word<GeneResult>("result"))), ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<DifferentialEntry> Differential = new(
        ("code", static (ref c, e) => Fill.Code(e, c.Text())), ("codings", static (ref c, e) => Fill.Codings(e, Codings(ref c))), ("text", static (ref c, e) => Fill.Text(e, c.Text())),
        ("lesion", static (ref c, e) => Fill.Lesion(e, c.Text())), ("status", static (ref c, e) => Fill.Status(e, c.Word<DifferentialStatus>("status"))), ("basis", static (ref c, e) => Fill.Basis(e, c.Text())),
        ("from", static (ref c, e) => Fill.From(e, c.Text())));

    internal static readonly ObjectShape<FindingsDocument> Document = new(
        ("schema", static (ref c, e) => Schema(ref c)), ("id", static (ref c, e) => Fill.Id(e, c.Text())), ("asOf", static (ref c, e) => Fill.AsOf(e, c.Date())),
        ("patient", static (ref c, e) => Fill.Patient(e, Patient.Read(ref c, new Patient()) ?? new Patient())),
        ("labs", static (ref c, e) => Fill.Labs(e, c.List(static (ref c) => Entry(ref c, Lab, new LabResult())))),
        ("conditions", static (ref c, e) => Fill.Conditions(e, c.List(static (ref c) => Entry(ref c, Condition, new Condition())))),
        ("exposures", static (ref c, e) => Fill.Exposures(e, c.List(static (ref c) => Entry(ref c, Exposure, new Exposure())))),
        ("lesions", static (ref c, e) => Fill.Lesions(e, c.List(static (ref c) => Entry(ref c, Lesion, new Lesion())))),
        ("imaging", static (ref c, e) => Fill.Imaging(e, c.List(static (ref c) => Entry(ref c, Imaging, new ImagingStudy())))),
        ("histology", static (ref c, e) => Fill.Histology(e, c.List(static (ref c) => Entry(ref c, Histology, new HistologyReport())))),
        ("familyHistory", static (ref c, e) => Fill.FamilyHistory(e, c.List(static (ref c) => Entry(ref c, Family, new FamilyHistoryEntry())))),
        ("measurements", static (ref c, e) => Fill.Measurements(e, c.List(static (ref c) => Entry(ref c, Measurement, new BedsideMeasurement())))),
        ("spectroscopy", static (ref c, e) => Fill.Spectroscopy(e, c.List(static (ref c) => Entry(ref c, Spectroscopy, new SpectroscopyResult())))),
        ("genetics", static (ref c, e) => Fill.Genetics(e, c.List(static (ref c) => Entry(ref c, Genetic, new GeneticResult())))),
        ("differential", static (ref c, e) => Fill.Differential(e, c.List(static (ref c) => Entry(ref c, Differential, new DifferentialEntry())))));

    private static T? Entry<T>(ref JsonCursor cursor, ObjectShape<T> shape, T seed)
        where T : FindingsEntry
    {
        var entry = shape.Read(ref cursor, seed);
        if (entry is { From: null })
            Fill.From(entry, cursor.Path);
        return entry;
    }

    private static void Schema(ref JsonCursor cursor)
    {
        if (cursor.Text() is { } schema && schema != FindingsDocument.SchemaId)
            cursor.Error("unknown-schema", schema, FindingsDocument.SchemaId, $"This version reads {FindingsDocument.SchemaId}.");
    }

    private static void Taken(ref JsonCursor cursor, LabResult lab)
    {
        if (cursor.Token != System.Text.Json.JsonTokenType.String || cursor.TryDay(out _))
        {
            Fill.TakenOn(lab, cursor.Date());
            Fill.TakenAt(lab, null);
            return;
        }

        var text = cursor.PropertyName();
        var date = cursor.Date();
        var time = text.IndexOf('T', StringComparison.Ordinal) is > 0 and var at && date is not null
            && TimeOnly.TryParse(text.AsSpan(at + 1, Math.Min(5, text.Length - at - 1)), CultureInfo.InvariantCulture, out var clock) ? clock : (TimeOnly?)null;
        Fill.TakenOn(lab, date);
        Fill.TakenAt(lab, time);
    }

    private static IReadOnlyList<Coding> Codings(ref JsonCursor cursor) =>
        cursor.List(static (ref c) => CodingShape.Read(ref c, new Coding(null, null)));

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

    private sealed class RelationDraft
    {
        public string? Lesion { get; set; }

        public SiteRelation? Relation { get; set; }

        public IsoDuration? BeforeLesion { get; set; }
    }

    private sealed class DoseDraft
    {
        public decimal? Value { get; set; }

        public string? Unit { get; set; }

        public string? Per { get; set; }
    }

    private sealed class ResponseDraft
    {
        public string? Lesion { get; set; }

        public ResponseEffect? Effect { get; set; }

        public IsoDuration? After { get; set; }
    }

    private sealed class StainDraft
    {
        public Stain? Stain { get; set; }

        public LabInterpretation? Result { get; set; }
    }
}
