using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Testing;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Reading;

/// <summary>Documents that say one thing each, by kind of entry. The lesion began on 1 September 2026; the day of the question is 31 October.</summary>
internal static class Entries
{
    private static readonly Lesion Nodule = new() { Id = "L1", Sites = ["forearm"], Morphology = ["nodule"], OnsetOn = Day("2026-09-01") };

    /// <summary>The patient to whom the entries are added.</summary>
    public static FindingsDocument PlainDocument => Plain().Document();

    public static IReadOnlyDictionary<string, Func<IEnumerable<(string Title, FindingsDocument Document)>>> Of { get; } =
        new Dictionary<string, Func<IEnumerable<(string, FindingsDocument)>>>(StringComparer.Ordinal)
        {
            ["lesions"] = Lesions,
            ["reported-twice"] = ReportedTwice,
            ["conditions"] = Conditions,
            ["drugs"] = Drugs,
            ["exposures"] = Exposures,
            ["minerals"] = Minerals,
            ["laboratory"] = Laboratory,
            ["reports"] = Reports,
            ["patient"] = PatientItself,
        };

    private static IEnumerable<(string, FindingsDocument)> Lesions()
    {
        foreach (var pain in Enum.GetValues<Pain>())
            yield return Lesion($"pain {pain}", Nodule with { Pain = pain });
        foreach (var score in new[] { 0m, 1m, 3m, 4m, 6m, 7m, 10m })
            yield return Lesion(FormattableString.Invariant($"pain score {score}"), Nodule with { PainScore = score });
        foreach (var number in new[] { 1, 2, 5, 6 })
            yield return Lesion(FormattableString.Invariant($"number {number}"), Nodule with { Number = number });
        foreach (var count in Enum.GetValues<LesionCount>())
            yield return Lesion($"count {count}", Nodule with { Count = count });
        foreach (var (min, max) in new (decimal?, decimal?)[] { (1, 4), (null, 5), (3, 6), (6, null), (10, 10), (10, 11), (15, 20), (18, 21), (21, null), (4, null) })
            yield return Lesion(FormattableString.Invariant($"size {min} to {max} mm"), Nodule with { SizeMm = new SizeRange(min, max) });
        foreach (var depth in Enum.GetValues<LesionDepth>())
            yield return Lesion($"depth {depth}", Nodule with { Depth = depth });
        foreach (var course in Enum.GetValues<LesionCourse>())
            yield return Lesion($"course {course}", Nodule with { Course = course });
        foreach (var yes in new[] { true, false })
        {
            yield return Lesion($"opioid needed {yes}", Nodule with { OpioidNeeded = yes });
            yield return Lesion($"pain out of proportion {yes}", Nodule with { PainOutOfProportion = yes });
            yield return Lesion($"ulcerated {yes}", Nodule with { Ulcerated = yes });
            yield return Lesion($"necrotic {yes}", Nodule with { Necrotic = yes });
            yield return Lesion($"chalky discharge {yes}", Nodule with { ChalkyDischarge = yes });
            yield return Lesion($"ischaemic pattern {yes}", Nodule with { IschaemicPattern = yes });
            yield return Lesion($"non-healing {yes}", Nodule with { NonHealing = yes });
            yield return Lesion($"symmetric {yes}", Nodule with { Symmetric = yes });
            yield return Lesion($"at prior injury {yes}", Nodule with { AtPriorInjury = yes });
            yield return Lesion($"local damage {yes}", Nodule with { LocalDamage = yes });
            yield return Lesion($"only in damaged skin {yes}", Nodule with { OnlyInDamagedSkin = yes });
            yield return Lesion($"growing {yes}", Nodule with { Growing = yes });
        }

        foreach (var age in new[] { 0.1m, 0.5m, 6.9m, 7m, 17.9m, 18m, 20m, 29.9m, 30m })
            yield return Lesion(FormattableString.Invariant($"onset at {age} years"), Nodule with { OnsetOn = null, OnsetAgeYears = age });
        foreach (var cleared in new[] { "P30D", "P3M", "P6M", "P2Y" })
            yield return Lesion($"cleared after {cleared}", Nodule with { Course = LesionCourse.Cleared, ClearedAfter = Duration(cleared) });
        foreach (var lasting in new[] { "P5D", "P6W", "P1Y" })
            yield return Lesion($"for {lasting}", Nodule with { OnsetOn = null, Duration = Duration(lasting) });
        foreach (var site in new[] { "scrotum", "left heel", "both elbows", "fingertips", "eyelids", "face", "buttocks", "thighs", "breast", "penis", "odd place" })
            yield return Lesion($"site {site}", Nodule with { Sites = [site] });
        foreach (var look in new[] { "livedo racemosa", "ulcer", "milia-like papules", "plaque", "eschar", "retiform purpura", "odd look" })
        {
            yield return Lesion($"look {look}", Nodule with { Morphology = [look] });
            yield return Lesion($"no {look}", Nodule with { MorphologyAbsent = [look] });
        }

        foreach (var distribution in new[] { "linear", "generalised", "in sun-exposed skin", "odd spread" })
            yield return Lesion($"distribution {distribution}", Nodule with { Distribution = [distribution] });
        yield return Lesion("nothing but a name", new Lesion { Id = "L1" });
    }

    /// <summary>The same lesion told by two reports that agree, differ, or complete each other.</summary>
    private static IEnumerable<(string, FindingsDocument)> ReportedTwice()
    {
        var bare = new Lesion { Id = "L1", Sites = ["forearm"] };
        yield return Both("onset in the second", bare, bare with { OnsetOn = Day("2026-08-01") });
        yield return Both("onset in both", bare with { OnsetOn = Day("2026-07-01") }, bare with { OnsetOn = Day("2026-08-01") });
        yield return Both("age at onset in the second", bare, bare with { OnsetAgeYears = 5 });
        yield return Both("age at onset in both", bare with { OnsetAgeYears = 19 }, bare with { OnsetAgeYears = 5 });
        yield return Both("duration in both", bare with { Duration = Duration("P5D") }, bare with { Duration = Duration("P1Y") });
        yield return Both("ulcer and none", bare with { Ulcerated = true }, bare with { Ulcerated = false });
        yield return Both("painful and not", bare with { Pain = Pain.Present }, bare with { Pain = Pain.None });
        yield return Both("periarticular and dermal", bare with { Depth = LesionDepth.Periarticular }, bare with { Depth = LesionDepth.Dermal });
        yield return Both("subcutaneous and dermal", bare with { Depth = LesionDepth.Subcutaneous }, bare with { Depth = LesionDepth.Dermal });
        yield return Both("growing and not", bare with { Growing = true }, bare with { Growing = false });
        yield return Both("necrotic in one", bare with { Necrotic = true }, bare);
        yield return Both("another lesion", Nodule, Nodule with { Id = "L2", Sites = ["thigh"] });
        yield return Both("a sound twin on the other side", Nodule with { Sites = ["left foot"], AtPriorInjury = true }, Nodule with { Id = "L2", Sites = ["right foot"], AtPriorInjury = false });
        yield return Both("no names", Nodule with { Id = null }, Nodule with { Id = null, Sites = ["thigh"] });
    }

    private static IEnumerable<(string, FindingsDocument)> Conditions()
    {
        var sclerosis = new Condition { Text = "systemic sclerosis" };
        foreach (var status in Enum.GetValues<PresenceStatus>())
            yield return Condition($"status {status}", sclerosis with { Status = status });
        foreach (var verification in Enum.GetValues<Verification>())
            yield return Condition($"verification {verification}", sclerosis with { Verification = verification });
        foreach (var relation in Enum.GetValues<SiteRelation>())
        {
            yield return Condition($"burn {relation} the lesion", new Condition { Text = "burn", Lesions = [new LesionRelation("L1", relation)] });
            yield return Condition($"morphea {relation} the lesion", new Condition { Text = "morphea", Lesions = [new LesionRelation("L1", relation)] });
        }

        foreach (var site in new[] { "forearm", "left forearm", "leg" })
            yield return Condition($"burn of the {site}", new Condition { Text = "burn", Site = site });
        foreach (var (name, stage) in new[] { ("chronic kidney disease", "5"), ("chronic kidney disease", "3"), ("chronic kidney disease", "odd"), ("chronic kidney disease stage 5", "") })
            yield return Condition($"{name} {stage}", new Condition { Text = name, Stage = stage.Length == 0 ? null : stage });
        foreach (var name in new[] { "haemodialysis", "peritoneal dialysis", "kidney transplant", "ESRD", "acute kidney injury", "hyperparathyroidism", "hypercalcaemia", "hyperphosphataemia", "sarcoidosis", "milk-alkali syndrome", "diabetes", "obesity", "liver cirrhosis", "preterm birth", "Down syndrome", "hypoparathyroidism", "dermatomyositis", "lupus panniculitis", "pseudoxanthoma elasticum", "odd disease" })
        {
            yield return Condition(name, new Condition { Text = name });
            yield return Condition($"no {name}", new Condition { Text = name, Status = PresenceStatus.Absent });
            yield return Condition($"former {name}", new Condition { Text = name, Status = PresenceStatus.Past, Until = Day("2020-05") });
            yield return Condition($"suspected {name}", new Condition { Text = name, Verification = Verification.Suspected });
        }

        foreach (var (since, until) in new[] { ("2026-08-20", null), ("2026-09-20", null), ("2010", "2015"), ("2026-08-20", "2026-08-28") })
            yield return Condition($"burn of the forearm from {since} to {until}", new Condition { Text = "burn", Site = "forearm", Since = Day(since), Until = until is null ? null : Day(until) });
        yield return ("hypercalcaemia against a normal value", Plain().Normal("calcium-total").Has("hypercalcaemia").Document());
        yield return ("no hypercalcaemia against a high value", Plain().Calcium(12m).HasNo("hypercalcaemia").Document());
        yield return ("family: GALNT3 tumoral calcinosis", Plain().FamilyOf("tumoral calcinosis").Document());
        yield return ("family: odd disease", Plain().FamilyOf("odd disease").Document());
        foreach (var status in Enum.GetValues<DifferentialStatus>())
            yield return ($"calciphylaxis {status}", Plain().Document() with { Differential = [new DifferentialEntry { Text = "calciphylaxis", Status = status, Lesion = "L1" }, new DifferentialEntry { Text = "gout", Status = status }] });
    }

    private static IEnumerable<(string, FindingsDocument)> Drugs()
    {
        foreach (var drug in new[] { "warfarin", "phenprocoumon", "apixaban", "prednisolone", "tacrolimus", "calcium carbonate", "calcium acetate", "calcitriol", "cholecalciferol", "teriparatide", "sevelamer", "minocycline", "diltiazem", "iron sucrose", "insulin", "heparin", "enoxaparin", "sodium thiosulfate", "odd drug" })
        {
            yield return Exposure(drug, new Exposure { Text = drug });
            yield return Exposure($"no {drug}", new Exposure { Text = drug, Status = PresenceStatus.Absent });
            yield return Exposure($"{drug} in the past", new Exposure { Text = drug, Status = PresenceStatus.Past, EndedOn = Day("2026-06-01") });
            yield return Exposure($"{drug} since 2026-01", new Exposure { Text = drug, StartedOn = Day("2026-01-01"), Ongoing = true });
            yield return Exposure($"{drug} for 40 days", new Exposure { Text = drug, Duration = Duration("P40D") });
            yield return Exposure($"{drug} under the skin of the forearm", new Exposure { Text = drug, Route = Route.Sc, Site = "forearm" });
        }

        foreach (var route in Enum.GetValues<Route>())
            yield return Exposure($"sodium thiosulfate {route}", new Exposure { Text = "sodium thiosulfate", Route = route });
        foreach (var (drug, value, unit, per) in new (string, decimal, string, string?)[]
            { ("calcium carbonate", 2.4m, "g", "day"), ("calcium carbonate", 2500m, "mg", null), ("calcium carbonate", 20m, "g", "week"), ("calcium acetate", 5m, "g", "day"), ("calcium acetate", 3m, "g", "day"), ("calcium", 1.1m, "g", "day"), ("calcium", 1m, "tablet", "day"), ("calcitriol", 0.5m, "ug", "day"), ("calcitriol", 0.51m, "mcg", "day"), ("calcitriol", 3.6m, "ug", "week"), ("calcitriol", 1m, "ug", "hour") })
        {
            yield return Exposure(FormattableString.Invariant($"{drug} {value} {unit} a {per ?? "day"}, long"), new Exposure { Text = drug, Dose = new Dose(value, unit, per), Duration = Duration("P1Y") });
            yield return Exposure(FormattableString.Invariant($"{drug} {value} {unit} a {per ?? "day"}, short"), new Exposure { Text = drug, Dose = new Dose(value, unit, per), Duration = Duration("P20D") });
        }

        foreach (var effect in Enum.GetValues<ResponseEffect>())
        {
            foreach (var drug in new[] { "prednisolone", "sevelamer", "sodium thiosulfate", "diltiazem" })
                yield return Exposure($"under {drug} {effect}", new Exposure { Text = drug, Response = [new LesionResponse("L1", effect, Duration("P60D"))] });
        }
    }

    private static IEnumerable<(string, FindingsDocument)> Exposures()
    {
        foreach (var agent in new[] { "calcium gluconate", "calcium chloride", "heel stick", "EEG electrode paste", "subcutaneous heparin", "liver transplantation", "tattoo", "calcium alginate dressing", "vaccination", "filler injection", "radiotherapy", "venepuncture" })
        {
            foreach (var before in new[] { "P0D", "P1D", "P4D", "P20D", "P100D", "P400D", "P12Y" })
                yield return Exposure($"{agent} {before} before", new Exposure { Text = agent, Site = "forearm", BeforeLesion = Duration(before) });
            yield return Exposure($"{agent}, undated", new Exposure { Text = agent, Site = "forearm" });
            yield return Exposure($"{agent}, ongoing", new Exposure { Text = agent, Site = "forearm", Ongoing = true });
            yield return Exposure($"{agent}, dated", new Exposure { Text = agent, Site = "forearm", StartedOn = Day("2026-08-20"), EndedOn = Day("2026-08-25") });
            yield return Exposure($"{agent}, begun and going on", new Exposure { Text = agent, Site = "forearm", StartedOn = Day("2026-08-20"), Ongoing = true });
            yield return Exposure($"{agent}, after the onset", new Exposure { Text = agent, Site = "forearm", StartedOn = Day("2026-09-10") });
            yield return Exposure($"{agent}, elsewhere", new Exposure { Text = agent, Site = "foot", BeforeLesion = Duration("P4D") });
            yield return Exposure($"{agent}, none", new Exposure { Text = agent, Status = PresenceStatus.Absent });
        }

        foreach (var relation in Enum.GetValues<SiteRelation>())
            yield return Exposure($"calcium gluconate {relation}", new Exposure { Text = "calcium gluconate", BeforeLesion = Duration("P4D"), Lesions = [new LesionRelation("L1", relation)] });
        foreach (var leak in new[] { true, false })
            yield return Exposure($"calcium gluconate leaked {leak}", new Exposure { Text = "calcium gluconate", Site = "forearm", Extravasation = leak, BeforeLesion = Duration("P4D") });
        foreach (var age in new[] { "P3D", "P40D", "P8M", "P3Y" })
            yield return ($"heel sticks, undated, lesion of the heel at {age}", Infant(age).Lesion(Nodule with { Sites = ["left heel"] }).Exposed(new Exposure { Text = "heel stick" }).Document());
    }

    private static IEnumerable<(string, FindingsDocument)> Minerals()
    {
        foreach (var (analyte, unit, values) in new (string, string, decimal[])[]
            { ("calcium-total", "mg/dL", [7m, 8.4m, 8.5m, 10.2m, 10.3m, 12m, 14m, 18m]), ("phosphate", "mg/dL", [1m, 2.4m, 2.5m, 4.5m, 4.6m, 6m, 9m]), ("calcium-ionised", "mmol/L", [0.9m, 1.1m, 1.2m, 1.32m, 1.33m, 1.5m]) })
        {
            foreach (var value in values)
                yield return Lab(FormattableString.Invariant($"{analyte} {value}"), new LabResult { Analyte = analyte, Value = value, Unit = unit });
            foreach (var comparator in Enum.GetValues<Comparator>())
                yield return Lab($"{analyte} {comparator}", new LabResult { Analyte = analyte, Value = values[^2], Unit = unit, Comparator = comparator });
            foreach (var flag in Enum.GetValues<LabInterpretation>())
                yield return Lab($"{analyte} flagged {flag}", new LabResult { Analyte = analyte, Interpretation = flag });
            yield return Lab($"{analyte} with a range of its own", new LabResult { Analyte = analyte, Value = values[^1], Unit = unit, ReferenceRange = new ReferenceRange(values[0], values[^1] + 1) });
            yield return ($"{analyte} of a child, with an adult's range", Infant("P2Y").Lesion(Nodule).Add(new LabResult { Analyte = analyte, Value = values[^3], Unit = unit, ReferenceRange = new ReferenceRange(values[1], values[3]) }).Document());
            yield return ($"{analyte} twice on a day, unlike", Plain().Lab(analyte, values[^1], unit, "2026-10-01").Lab(analyte, values[3], unit, "2026-10-01").Document());
            yield return ($"{analyte} high, then normal", Plain().Lab(analyte, values[^2], unit, "2026-09-01").Lab(analyte, values[3], unit, "2026-10-20").Document());
            yield return Lab($"{analyte} after treatment", new LabResult { Analyte = analyte, Value = values[^2], Unit = unit, AfterTreatment = true });
        }

        foreach (var albumin in new[] { 1.5m, 2m, 2.9m, 3m, 3.9m, 4m, 5.1m })
        {
            yield return (FormattableString.Invariant($"calcium 9.9 with albumin {albumin}"), Plain().Calcium(9.9m).Lab("albumin", albumin, "g/dL").Document());
            yield return (FormattableString.Invariant($"calcium 10.4 with albumin {albumin} of another day"), Plain().Lab("calcium-total", 10.4m, "mg/dL", "2026-10-01").Lab("albumin", albumin, "g/dL", "2026-10-09").Document());
            yield return (FormattableString.Invariant($"calcium 10.4, day unknown, with dated albumin {albumin}"), Plain().Calcium(10.4m).Lab("albumin", albumin, "g/dL", "2026-10-09").Document());
        }

        foreach (var (calcium, phosphate) in new[] { (9m, 5m), (10m, 5.5m), (10m, 5.6m), (10m, 7m), (11m, 6.5m), (9.5m, 9m) })
            yield return (FormattableString.Invariant($"product of {calcium} and {phosphate}"), Plain().Calcium(calcium).Phosphate(phosphate).Document());
        yield return ("product of different days", Plain().Lab("calcium-total", 10m, "mg/dL", "2026-10-01").Lab("phosphate", 7.5m, "mg/dL", "2026-10-12").Document());
    }

    private static IEnumerable<(string, FindingsDocument)> Laboratory()
    {
        foreach (var (analyte, unit, values) in new (string, string, decimal[])[]
            { ("pth-intact", "pg/mL", [5m, 40m, 66m, 300m, 301m, 999m, 1001m]), ("vitamin-d-25oh", "ng/mL", [5m, 19m, 30m, 101m, 151m]), ("creatinine", "mg/dL", [0.8m, 1.4m, 3m, 8m]), ("egfr", "mL/min/{1.73_m2}", [10m, 15m, 29m, 59m, 60m, 95m]), ("albumin", "g/dL", [2m, 3.4m, 3.5m, 4.4m]), ("crp", "mg/L", [3m, 20m, 150m]), ("ck", "U/L", [100m, 900m]), ("magnesium", "mg/dL", [1m, 2m, 4m]), ("alp", "U/L", [60m, 400m]), ("hba1c", "%", [5m, 9m]) })
        {
            foreach (var value in values)
                yield return Lab(FormattableString.Invariant($"{analyte} {value}"), new LabResult { Analyte = analyte, Value = value, Unit = unit, TakenOn = Day("2026-10-20") });
            foreach (var flag in Enum.GetValues<LabInterpretation>())
                yield return Lab($"{analyte} flagged {flag}", new LabResult { Analyte = analyte, Interpretation = flag });
        }

        foreach (var quality in Enum.GetValues<SampleQuality>())
        {
            foreach (var (analyte, value, unit) in new[] { ("phosphate", 6m, "mg/dL"), ("calcium-total", 12m, "mg/dL"), ("pth-intact", 300m, "pg/mL") })
                yield return Lab($"{analyte} in a sample {quality}", new LabResult { Analyte = analyte, Value = value, Unit = unit, Quality = [quality] });
        }

        foreach (var type in Enum.GetValues<SpecimenType>())
            yield return Lab($"calcium in {type}", new LabResult { Analyte = "calcium-total", Value = 12m, Unit = "mg/dL", SpecimenType = type });
        foreach (var timing in Enum.GetValues<DialysisTiming>())
            yield return ($"phosphate {timing} dialysis", Plain().Has("haemodialysis").Add(new LabResult { Analyte = "phosphate", Value = 6m, Unit = "mg/dL", DialysisTiming = timing }).Document());
        foreach (var method in Enum.GetValues<LabMethod>())
            yield return ($"albumin by {method}", Plain().Calcium(9.9m).Add(new LabResult { Analyte = "albumin", Value = 2.5m, Unit = "g/dL", Method = method }).Document());
        foreach (var analyte in new[] { "ana", "anti-centromere", "anti-nxp2", "anti-scl70", "anti-dsdna", "antiphospholipid", "odd test" })
        {
            yield return Lab($"{analyte} positive", new LabResult { Analyte = analyte, Interpretation = LabInterpretation.Positive });
            yield return Lab($"{analyte} negative", new LabResult { Analyte = analyte, Interpretation = LabInterpretation.Negative });
        }

        yield return Lab("an old result", new LabResult { Analyte = "pth-intact", Value = 300m, Unit = "pg/mL", TakenOn = Day("2015-01-01") });
        yield return Lab("a result without a unit", new LabResult { Analyte = "phosphate", Value = 6m });
    }

    private static IEnumerable<(string, FindingsDocument)> Reports()
    {
        foreach (var modality in Enum.GetValues<Modality>())
        {
            foreach (var finding in new[] { "calcification", "no calcification", "vascular calcification", "net-like calcification", "ossification", "fluid levels", "odd shadow" })
                yield return ($"{modality}: {finding}", Plain().Film(new ImagingStudy { Modality = modality, Lesion = "L1", Findings = [new ReportFinding { Text = finding }] }).Document());
        }

        foreach (var status in Enum.GetValues<PresenceStatus>())
            yield return ($"film: calcification {status}", Plain().Film(new ImagingStudy { Modality = Modality.XRay, Findings = [new ReportFinding { Text = "calcification", Status = status }] }).Document());
        foreach (var finding in new[] { "calcium deposits in the dermis", "calcification of small vessels", "extensive calcification of the subcutaneous blood vessels", "thrombosis of small vessels", "elastic fibre calcification", "fat necrosis", "foreign body giant cells", "bone formation", "collagen degeneration", "ruptured cyst", "transepidermal elimination", "no calcium", "perieccrine calcification", "odd cells" })
        {
            yield return ($"biopsy: {finding}", Plain().Biopsy(finding).Document());
            yield return ($"biopsy of an ulcer with necrosis: {finding}", Woman(60).Lesion(new Lesion { Id = "L1", Sites = ["thighs"], Morphology = ["ulcer"], Necrotic = true }).Biopsy(finding).Document());
            yield return ($"biopsy without: {finding}", Plain().Biopsy(new HistologyReport { Findings = [new ReportFinding { Text = finding, Status = PresenceStatus.Absent }] }).Document());
        }

        foreach (var depth in Enum.GetValues<SpecimenDepth>())
            yield return ($"a negative biopsy to the {depth}", Plain().Biopsy(new HistologyReport { Depth = depth, Findings = [new ReportFinding { Text = "calcium deposits", Status = PresenceStatus.Absent }] }).Document());
        foreach (var adequate in new[] { true, false })
            yield return ($"a negative biopsy, adequate {adequate}", Plain().Biopsy(new HistologyReport { Adequate = adequate, Findings = [new ReportFinding { Text = "calcium deposits", Status = PresenceStatus.Absent }] }).Document());
        foreach (var stain in Enum.GetValues<Stain>())
        {
            foreach (var result in new LabInterpretation?[] { LabInterpretation.Positive, LabInterpretation.Negative, null })
                yield return ($"stain {stain} {result}", Plain().Biopsy(new HistologyReport { Stains = [new StainResult(stain, result)] }).Document());
        }

        yield return ("decalcified", Plain().Biopsy(new HistologyReport { Decalcified = true, Findings = [new ReportFinding { Text = "calcium deposits", Status = PresenceStatus.Absent }] }).Document());
        foreach (var mineral in Enum.GetValues<Mineral>())
            yield return ($"spectroscopy {mineral}", Plain().Mineral(mineral).Document());
    }

    private static IEnumerable<(string, FindingsDocument)> PatientItself()
    {
        foreach (var gene in new[] { "GNAS", "GALNT3", "FGF23", "KL", "SAMD9", "ABCC6", "WRN", "ODD1" })
        {
            foreach (var result in Enum.GetValues<GeneResult>())
                yield return ($"{gene} {result}", Plain().GeneOf(gene, result).Document());
        }

        foreach (var (kind, unit, values) in new (MeasurementKind, string, decimal[])[]
            { (MeasurementKind.Bmi, "kg/m2", [29.9m, 30m, 31m]), (MeasurementKind.SystolicBp, "mm[Hg]", [89m, 90m, 120m]), (MeasurementKind.HeartRate, "/min", [49m, 50m, 60m]), (MeasurementKind.Lvef, "%", [39m, 40m, 55m]), (MeasurementKind.Temperature, "Cel", [37.9m, 38m, 39m]), (MeasurementKind.Height, "cm", [120m, 170m]), (MeasurementKind.Weight, "kg", [60m, 110m]) })
        {
            foreach (var value in values)
            {
                yield return (FormattableString.Invariant($"{kind} {value} {unit}"), Plain().Measured(kind, value, unit).Document());
                if (kind == MeasurementKind.Weight)
                {
                    yield return (FormattableString.Invariant($"weight {value} at 170 cm"), Plain().Measured(kind, value, unit).Measured(MeasurementKind.Height, 170m, "cm").Document());
                    yield return (FormattableString.Invariant($"weight {value} at 1.7 m"), Plain().Measured(kind, value, unit).Measured(MeasurementKind.Height, 1.7m, "m").Document());
                }
            }
        }

        yield return ("pregnant", Plain().Pregnant().Document());
        yield return ("a man", Man(70).Lesion(Nodule).Document());
        yield return ("nobody in particular", Somebody().Lesion(Nodule).Document());
        yield return ("born too early", Infant("P20D").Lesion(Nodule).Document() with { Patient = new Patient { Age = Duration("P20D"), GestationalAgeWeeks = 30 } });
        yield return ("no lesion", Woman(50).Has("systemic sclerosis").Document());
    }

    private static PatientStory Plain() => Woman(50).Lesion(Nodule);

    private static (string, FindingsDocument) Lesion(string title, Lesion lesion) => (title, Woman(50).Lesion(lesion).Document());

    private static (string, FindingsDocument) Both(string title, Lesion one, Lesion other) => (title, Woman(50).Lesion(one).Lesion(other).Document());

    private static (string, FindingsDocument) Condition(string title, Condition condition) => (title, Plain().Add(condition).Document());

    private static (string, FindingsDocument) Exposure(string title, Exposure exposure) => (title, Plain().Exposed(exposure).Document());

    private static (string, FindingsDocument) Lab(string title, LabResult result) => (title, Plain().Add(result).Document());
}
