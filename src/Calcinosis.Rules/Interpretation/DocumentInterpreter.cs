using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>The picture of one lesion group with what was computed and remarked on the way.</summary>
internal sealed record LesionPicture(string Lesion, Picture Picture, IReadOnlyList<DerivedValue> Derived, IReadOnlyList<ReadingNote> Notes);

/// <summary>What a document means, lesion by lesion.</summary>
internal sealed record PatientPicture(
    IReadOnlyList<LesionPicture> Lesions, IReadOnlyList<string> RecordSays, IReadOnlyList<NotUnderstood> NotUnderstood, IReadOnlyList<ReadingNote> Notes)
{
    /// <summary>When and how old.</summary>
    public required PatientContext Context { get; init; }

    /// <summary>The laboratory results as they were read, in document order.</summary>
    public required IReadOnlyList<LabReading> Readings { get; init; }

    /// <summary>The lesion groups with their places and times.</summary>
    public required IReadOnlyList<LesionCase> Cases { get; init; }

    /// <summary>Conditions and exposures with the terms that they mean.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }
}

/// <summary>Reads a document into pictures. Pure: the same document gives the same pictures.</summary>
internal sealed class DocumentInterpreter(ClinicalVocabulary vocabulary, FindingCatalogue catalogue)
{
    public PatientPicture Interpret(FindingsDocument document, DateOnly? callersDay)
    {
        var patient = PatientContext.Of(document, callersDay);
        var resolved = new DocumentResolver(vocabulary, patient).Resolve();
        var recordSays = resolved.Statements.Where(statement => statement.Term.Is("names-type") && statement.State != FindingState.Absent).Select(statement => statement.Term.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var reader = new LabReader(patient, vocabulary);
        var readings = reader.Read(resolved.Labs);
        var labs = new LabInterpreter(patient, resolved, readings, reader.PossiblyIonised);
        var cases = Cases(document, patient, recordSays.Length > 0);
        var notUnderstood = new List<NotUnderstood>(resolved.NotUnderstood);
        var pictures = cases.Select(lesion => One(lesion, cases, patient, resolved, labs, notUnderstood)).ToArray();
        var notes = new List<ReadingNote>(reader.Notes);
        if (patient.AsOfAssumed)
            notes.Add(new ReadingNote("as-of-assumed", $"no day of the question was given; the latest date of the document, {patient.AsOf!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, was taken", []));
        return new PatientPicture(pictures, recordSays, [.. notUnderstood.Distinct().OrderBy(line => line.Path, StringComparer.Ordinal).ThenBy(line => line.Text, StringComparer.Ordinal)], notes)
        {
            Context = patient,
            Readings = readings,
            Cases = cases,
            Statements = resolved.Statements,
        };
    }

    private LesionPicture One(LesionCase lesion, List<LesionCase> all, PatientContext patient, ResolvedDocument resolved, LabInterpreter labs, List<NotUnderstood> notUnderstood)
    {
        var builder = new PictureBuilder();
        Patient(patient, builder);
        new LesionInterpreter(vocabulary, patient, notUnderstood).Interpret(lesion, builder);
        new TwinLesions(vocabulary, all).Interpret(lesion, builder);
        new ConditionInterpreter(vocabulary, patient, resolved).Interpret(lesion, builder);
        new ExposureInterpreter(vocabulary, resolved, patient.AsOf).Interpret(lesion, builder);
        new ReportInterpreter(vocabulary, patient, notUnderstood).Interpret(lesion, all.Count, builder);
        Family(resolved, builder);
        Genes(patient.Document, builder);
        labs.Interpret(lesion.Time, builder);
        if (builder.StateOf("lesion.calcification-proven") == FindingState.Unknown
            && builder.StateOf("imaging.calcium-not-found") == FindingState.Present && builder.StateOf("histology.calcium-not-found") == FindingState.Present)
            builder.Absent("lesion.calcification-proven", "film and biopsy without calcium");
        return new LesionPicture(lesion.Id, Picture.Of(catalogue, builder), builder.Derived, [.. builder.Notes, .. Contradictions(builder)]);
    }

    /// <summary>What was stated both ways, so that whoever recorded it can settle it.</summary>
    private IEnumerable<ReadingNote> Contradictions(PictureBuilder builder) =>
        builder.Entries.Where(entry => entry.Value.Contradicted && catalogue.TryIndexOf(entry.Key, out _))
            .Select(entry => new ReadingNote("contradiction", $"{catalogue[catalogue.IndexOf(entry.Key)].Label}: stated both ways ({entry.Value.Seen}); it counts as unknown", entry.Value.From));

    private static void Patient(PatientContext patient, PictureBuilder picture)
    {
        var document = patient.Document;
        if (document.Patient.Sex is { } sex)
            picture.Say("patient.female", sex == Sex.Female ? FindingState.Present : FindingState.Absent, sex.ToString().ToLowerInvariant(), "/patient/sex");
        var age = patient.AgeNow;
        if (age.IsKnown)
        {
            var seen = string.Create(CultureInfo.InvariantCulture, $"aged {decimal.Round(age.MinYears, 2)} years");
            Say(picture, "patient.adult", age.Is(PatientThresholds.Adult), seen);
            Say(picture, "patient.infant", age.Is(PatientThresholds.Infant), seen);
            Say(picture, "patient.under-2-years", age.Is(PatientThresholds.Under2), seen);
            Say(picture, "patient.under-8-years", age.Is(PatientThresholds.Under8), seen);
            Say(picture, "patient.under-12-years", age.Is(PatientThresholds.Under12), seen);
            Say(picture, "patient.newborn", age.Is(PatientThresholds.Newborn), seen);
        }

        Say(picture, "patient.pregnant", document.Patient.Pregnant, "pregnancy");
        for (var i = 0; i < document.Measurements.Count; i++)
            Bedside(document, document.Measurements[i], DocumentResolver.Path(document.Measurements[i], "measurements", i), picture);
    }

    private static void Bedside(FindingsDocument document, BedsideMeasurement measurement, string path, PictureBuilder picture)
    {
        if (measurement.Value is not { } value)
            return;
        var seen = string.Create(CultureInfo.InvariantCulture, $"{measurement.Kind?.ToString().ToLowerInvariant()} {value} {measurement.Unit}");
        (Threshold Limit, decimal Value)? measured = measurement.Kind switch
        {
            MeasurementKind.Bmi => (PatientThresholds.Obese, value),
            MeasurementKind.SystolicBp => (PatientThresholds.LowPressure, value),
            MeasurementKind.HeartRate => (PatientThresholds.SlowPulse, value),
            MeasurementKind.Lvef => (PatientThresholds.WeakHeart, value),
            MeasurementKind.Temperature => (PatientThresholds.Fever, value),
            MeasurementKind.Weight when Height(document) is { } metres && metres > 0 => (PatientThresholds.Obese, value / (metres * metres)),
            _ => null,
        };
        if (measurement.Kind == MeasurementKind.Height)
            picture.Present("measurement.height", seen, path);
        if (measured is var (limit, number))
            picture.Say(limit.Finding!, limit.Holds(number) ? FindingState.Present : FindingState.Absent, seen, path);
    }

    private static decimal? Height(FindingsDocument document) =>
        document.Measurements.FirstOrDefault(measurement => measurement.Kind == MeasurementKind.Height)?.Value is { } height ? PatientThresholds.HeightInMetres.Holds(height) ? height : height / 100m : null;

    private static void Family(ResolvedDocument resolved, PictureBuilder picture)
    {
        foreach (var statement in resolved.Family)
        {
            if (statement.Term.Is("none"))
            {
                picture.Absent("family.tumoral-calcinosis", statement.Seen, statement.Path);
                picture.Absent("family.similar-lesions", statement.Seen, statement.Path);
            }
            else
            {
                picture.Say(FindingCatalogueBuilder.IdOf(statement.Term), statement.State, statement.Seen, statement.Path);
            }
        }
    }

    private static void Genes(FindingsDocument document, PictureBuilder picture)
    {
        for (var i = 0; i < document.Genetics.Count; i++)
        {
            var test = document.Genetics[i];
            var finding = test.Gene?.Trim().ToUpperInvariant() switch
            {
                "GNAS" => "gene.gnas",
                "GALNT3" or "FGF23" or "KL" or "KLOTHO" => "gene.hftc",
                "SAMD9" => "gene.nftc",
                "ABCC6" => "condition.pseudoxanthoma-elasticum",
                "WRN" => "condition.werner-syndrome",
                _ => null,
            };
            if (finding is null || test.Result is null)
                continue;
            var path = DocumentResolver.Path(test, "genetics", i);
            // GNAS acts in one copy, the genes of tumoral calcinosis only in both.
            if (test.Result == GeneResult.Biallelic || (finding == "gene.gnas" && test.Result == GeneResult.Monoallelic))
                picture.Decide(finding, FindingState.Present, $"{test.Gene} {test.Result.ToString()!.ToLowerInvariant()}", path);
            else if (test.Result == GeneResult.Negative && picture.StateOf(finding) == FindingState.Unknown)
                picture.Open(finding, $"{test.Gene} negative", path);
        }
    }

    private List<LesionCase> Cases(FindingsDocument document, PatientContext patient, bool recordNamesIt)
    {
        var cases = new List<LesionCase>();
        var groups = document.Lesions
            .Select((lesion, i) => (Id: lesion.Id ?? string.Create(CultureInfo.InvariantCulture, $"L{i + 1}"), Lesion: lesion, Path: DocumentResolver.Path(lesion, "lesions", i)))
            .GroupBy(entry => entry.Id, StringComparer.Ordinal);
        foreach (var group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
            cases.Add(Case(group.Key, LesionMerger.Merge([.. group.Select(entry => entry.Lesion)]), [.. group.Select(entry => entry.Path)], patient));
        if (cases.Count == 0 && (recordNamesIt || ReportsCalcium(document)))
            cases.Add(Case("L1", new Lesion { Id = "L1" }, ["/lesions"], patient));
        return cases;
    }

    /// <summary>An image or biopsy that shows skin calcification makes a lesion even when nobody described one.</summary>
    private bool ReportsCalcium(FindingsDocument document) =>
        document.Imaging.SelectMany(study => study.Findings).Where(finding => finding.Status != PresenceStatus.Absent)
            .SelectMany(finding => vocabulary.Resolve(TermKind.Imaging, finding.Code, finding.Codings, finding.Text).Terms).Any(term => term.Term.Is("calcium") && !term.Negated)
        || document.Histology.SelectMany(report => report.Findings).Where(finding => finding.Status != PresenceStatus.Absent)
            .SelectMany(finding => vocabulary.Resolve(TermKind.Histology, finding.Code, finding.Codings, finding.Text).Terms).Any(term => term.Term.Is("calcium") && !term.Negated);

    private LesionCase Case(string id, Lesion lesion, IReadOnlyList<string> paths, PatientContext patient)
    {
        var onset = Onset(lesion, patient);
        var growing = lesion.Course switch
        {
            LesionCourse.Growing or LesionCourse.RapidlyGrowing => FindingState.Present,
            LesionCourse.Stable or LesionCourse.Shrinking or LesionCourse.Cleared => FindingState.Absent,
            _ => FindingStates.Of(lesion.Growing),
        };
        var age = lesion.OnsetAgeYears is { } years ? Age.OfYears(years) : AgeAtOnset(lesion, onset, patient);
        var infusion = lesion.Sites.Any(site => InfusionWords.Any(word => site.Contains(word, StringComparison.OrdinalIgnoreCase)))
            || lesion.Distribution.Any(distribution => distribution.Contains("vein", StringComparison.OrdinalIgnoreCase));
        return new LesionCase(id, lesion, paths, [.. lesion.Sites.Select(vocabulary.ReadSite)], new LesionTime(id, onset, growing)) { AtInfusionSite = infusion, AgeAtOnset = age };
    }

    private static readonly string[] InfusionWords = ["infusion site", "injection site", "along a vein", "cannula", "iv site", "puncture site", "catheter site"];

    private static Age AgeAtOnset(Lesion lesion, DaySpan? onset, PatientContext patient)
    {
        if (onset is not null)
            return patient.AgeOn(onset);
        if (!patient.AgeNow.IsKnown)
            return Age.Unknown;
        // Without a date the lesion began some time between birth and now.
        return lesion.Duration is { } duration
            ? patient.AgeNow.Earlier(duration.TotalDays, duration.TotalDays)
            : new Age(0, patient.AgeNow.MaxDays, 0, patient.AgeNow.MaxYears);
    }

    /// <summary>Each of the three ways to date onset gives an interval; what all agree on counts, and a date wins over the others.</summary>
    private static DaySpan? Onset(Lesion lesion, PatientContext patient)
    {
        DaySpan? span = lesion.OnsetOn is { } date ? DaySpan.Of(date) : null;
        var others = new List<DaySpan>();
        if (lesion.Duration is { } duration && patient.AsOf is { } asOf)
        {
            // A rounded duration is good to a fifth of itself.
            var rounded = TimeThresholds.RoundedDuration.Holds(duration.TotalDays);
            var slack = decimal.Truncate(duration.TotalDays / 5);
            var day = duration.Before(asOf);
            others.Add(new DaySpan(PatientContext.Back(day, rounded ? slack : 0), rounded ? DocumentResolver.Later(day, (int)slack) : day));
        }

        if (lesion.OnsetAgeYears is { } years && patient.Birth() is { } birth)
            others.Add(new DaySpan(DocumentResolver.Later(birth.First, (int)(years * IsoDuration.DaysPerYear)), DocumentResolver.Later(birth.Last, (int)((years + 1) * IsoDuration.DaysPerYear))));
        foreach (var other in others)
        {
            if (span is not { } known)
                span = other;
            else if (!known.Intersect(other).IsEmpty)
                span = known.Intersect(other);
        }

        return span;
    }

    private static void Say(PictureBuilder picture, string finding, bool? value, string seen)
    {
        if (value is { } known)
            picture.Say(finding, known ? FindingState.Present : FindingState.Absent, seen, "/patient");
    }
}
