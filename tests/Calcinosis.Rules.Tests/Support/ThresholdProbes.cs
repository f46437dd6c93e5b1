using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>
/// For every threshold a patient whose document turns on it: the probe takes a number and tells on which side the
/// library saw it. The probes know nothing of the thresholds' numbers; a threshold without a probe has none.
/// </summary>
internal sealed class ThresholdProbes
{
    private static readonly DateOnly Today = new(2026, 10, 31);
    private static readonly DateOnly Onset = new(2026, 6, 1);
    private readonly CalcinosisClassifier _classifier = new();
    private readonly Dictionary<string, Func<decimal, bool>> _probes;

    public ThresholdProbes()
    {
        _probes = new Dictionary<string, Func<decimal, bool>>(StringComparer.Ordinal)
        {
            ["calcium.borderline-band"] = distance => StateOf("lab.calcium.high", Lab("calcium-total", 10.0m + distance, "mg/dL")) == FindingState.Unknown,
            ["calcium-ionised.borderline-band"] = distance => StateOf("lab.calcium-ionised.high", Lab("calcium-ionised", 5.43m + (distance * 4.008m), "mg/dL")) == FindingState.Unknown,
            ["phosphate.borderline-band"] = distance => StateOf("lab.phosphate.high", Lab("phosphate", 4.5m + distance, "mg/dL")) == FindingState.Unknown,
            ["albumin.low-for-correction"] = albumin => Derives("calcium-corrected", Lab("calcium-total", 9.8m, "mg/dL"), Lab("albumin", albumin, "g/dL")),
            ["albumin.correction-invalid"] = albumin => Read(Patient(40), Lab("calcium-total", 9.0m, "mg/dL"), Lab("albumin", albumin, "g/dL")).Derived.Any(value => value.Note?.StartsWith("invalid", StringComparison.Ordinal) == true),
            ["calcium.correction-from-age"] = age => Read(Patient(age), Lab("calcium-total", 9.5m, "mg/dL"), Lab("albumin", 2.2m, "g/dL")).Derived.Any(value => value.Name == "calcium-corrected"),
            ["albumin.assumed-low-from-age"] = age => State(Document(Patient(age)) with { Labs = [Lab("calcium-total", 9.5m, "mg/dL")], Conditions = [new Condition { Code = "nephrotic-syndrome" }] }, "lab.calcium.high") == FindingState.Unknown,
            ["phosphate.strong"] = ratio => StateOf("lab.phosphate.above-1-5x", Lab("phosphate", ratio * 5m, "mg/dL") with { ReferenceRange = new ReferenceRange(2.5m, 5m) }) == FindingState.Present,
            ["product.strong"] = product => StateOf("lab.product.above-70", Minerals(product)) == FindingState.Present,
            ["product.ceiling"] = product => StateOf("lab.product.above-55", Minerals(product)) == FindingState.Present,
            ["product.ceiling-child"] = product => State(Document(Patient(5)) with { Labs = Minerals(product) }, "lab.product.above-55") == FindingState.Present,
            ["product.from-age"] = age => State(Document(Patient(age)) with { Labs = Minerals(60m, 5m) }, "lab.product.above-70") != FindingState.Unknown,
            ["product.adult-from-age"] = age => State(Document(Patient(age)) with { Labs = Minerals(60m, 5m) }, "lab.product.above-55") == FindingState.Present,
            ["product.reported-from-age"] = age => State(Document(Patient(age)) with { Labs = [Lab("calcium-phosphate-product", 75m, "mg2/dL2")] }, "lab.product.above-70") == FindingState.Present,
            ["egfr.g1"] = value => Formulas.GfrCategory(value) == "G1",
            ["egfr.g2"] = value => Formulas.GfrCategory(value) is "G1" or "G2",
            ["egfr.g3a"] = value => Formulas.GfrCategory(value) is "G1" or "G2" or "G3a",
            ["egfr.g3b"] = value => Formulas.GfrCategory(value) is "G1" or "G2" or "G3a" or "G3b",
            ["egfr.g4"] = value => Formulas.GfrCategory(value) != "G5",
            ["egfr.chronic-after"] = days => State(Document(Patient(40)) with { Labs = [Egfr(45) with { TakenOn = On(Today) }, Egfr(45) with { TakenOn = On(Today.AddDays(-(int)days)) }] }, "renal.ckd") == FindingState.Present,
            ["egfr.from-age"] = age => State(Document(Patient(age)) with { Labs = [Egfr(95)] }, "renal.normal") == FindingState.Present,
            ["egfr.adult-formula-from-age"] = age => Height(age, 170m, 0.9m).Any(value => value.Formula == "CKD-EPI 2021"),
            ["height.holds"] = days => _classifier.Classify(Document(Patient(8)) with
            {
                Labs = [Lab("creatinine", 0.5m, "mg/dL") with { TakenOn = On(Today) }],
                Measurements = [new BedsideMeasurement { Kind = MeasurementKind.Height, Value = 128, Unit = "cm", TakenOn = On(Today.AddDays(-(int)days)) }],
            }).Derived.Any(value => value.Name == "egfr"),
            ["gestation.preterm"] = weeks => State(Document(new Patient { Age = IsoDuration.OfDays(5), GestationalAgeWeeks = weeks }) with { Labs = [Lab("calcium-total", 10.5m, "mg/dL")] }, "lab.calcium.high") == FindingState.Present,
            ["height.in-metres"] = height => Height(10, height, 0.5m).Any(value => value is { Name: "egfr", Value: > 100m }),
            ["own-range.adult-phosphate"] = limit => OwnRange(5, "phosphate", 5.0m, limit, "lab.phosphate.high"),
            ["own-range.adult-creatinine"] = limit => OwnRange(5, "creatinine", 0.8m, limit, "lab.creatinine.high"),
            ["own-range.adult-alkaline-phosphatase"] = limit => OwnRange(10, "alkaline-phosphatase", 200m, limit, "lab.alkaline-phosphatase.high", "U/L"),
            ["own-range.suspect-until-age"] = age => OwnRange(age, "phosphate", 5.0m, 4.5m, "lab.phosphate.high"),
            ["own-range.enzyme-suspect-until-age"] = age => OwnRange(age, "alkaline-phosphatase", 200m, 120m, "lab.alkaline-phosphatase.high", "U/L"),
            ["flag.decides-from-age"] = age => State(Document(Patient(age)) with { Labs = [Lab("calcium-total", 9.5m, "mg/dL") with { Interpretation = LabInterpretation.High }] }, "lab.calcium.high") == FindingState.Present,
            ["dialysis.long"] = days => Has("renal.dialysis-over-5-years", new Condition { Code = "haemodialysis", Since = On(Today.AddDays(-(int)days)) }),
            ["calcium.load"] = grams => Exposed("exposure.calcium-load.high-and-long", new Exposure { Code = "calcium-oral", Dose = new Dose(grams, "g", "day"), Duration = IsoDuration.OfDays(400) }),
            ["active-vitamin-d.high"] = micrograms => Exposed("exposure.active-vitamin-d.above-half-microgram", new Exposure { Code = "active-vitamin-d", Dose = new Dose(micrograms, "ug", "day") }),
            ["drug.long-term"] = days => Exposed("exposure.vitamin-k-antagonist.long-term", new Exposure { Code = "vitamin-k-antagonist", Duration = IsoDuration.OfDays(days) }),
            ["albumin.corrected-below"] = albumin => StateOf("lab.calcium.at-least-12", Lab("calcium-total", 11.999m, "mg/dL"), Lab("albumin", albumin, "g/dL")) == FindingState.Present,
            ["calcium.near-limit-band"] = distance => StateOf("lab.calcium.near-limit", Lab("calcium-total", 10.5m - distance, "mg/dL") with { ReferenceRange = new ReferenceRange(8.5m, 10.5m) }) == FindingState.Present,
            ["age.newborn"] = days => State(Document(new Patient { Age = IsoDuration.OfDays(days) }), "patient.newborn") == FindingState.Present,
            ["bmi.obesity"] = value => Measured(MeasurementKind.Bmi, value, "measurement.bmi-at-least-30"),
            ["systolic-bp.low"] = value => Measured(MeasurementKind.SystolicBp, value, "measurement.systolic-bp-below-90"),
            ["heart-rate.slow"] = value => Measured(MeasurementKind.HeartRate, value, "measurement.heart-rate-below-50"),
            ["lvef.low"] = value => Measured(MeasurementKind.Lvef, value, "measurement.lvef-below-40"),
            ["temperature.fever"] = value => Measured(MeasurementKind.Temperature, value, "measurement.fever"),
            ["onset.under-6-weeks"] = days => Newborn(days, "onset.under-6-weeks"),
            ["onset.juvenile-dermatomyositis"] = age => Has("condition.juvenile-dermatomyositis", new Condition { Code = "dermatomyositis", OnsetAgeYears = age }),
            ["lesion.younger-14-days"] = days => Lesion("lesion.younger-14-days", new Lesion { OnsetOn = On(Today.AddDays(-(int)days)) }),
            ["lesion.over-6-months"] = days => Lesion("lesion.over-6-months", new Lesion { OnsetOn = On(Today.AddDays(-(int)days)) }),
            ["minerals.near-onset"] = days => State(Document(Patient(40)) with { Lesions = [Fingers with { Course = LesionCourse.Stable }], Labs = [Lab("calcium-total", 12m, "mg/dL") with { TakenOn = On(Onset.AddDays((int)days)) }] }, "lab.mineral-peak-at-onset") == FindingState.Absent,
            ["laboratory.recent"] = months => StateOf("lab.pth.high", Lab("pth-intact", 200m, "pg/mL") with { TakenOn = On(Today.AddMonths(-(int)months)) }) == FindingState.Present,
            ["film.late-enough"] = days => State(Document(Patient(40)) with { Imaging = [new ImagingStudy { Modality = Modality.XRay, TakenOn = On(Onset.AddDays((int)days)), Findings = [new ReportFinding { Code = "no-calcification" }] }] }, "imaging.calcium-not-found") == FindingState.Present,
            ["stay.recent"] = days => Has("stay.recent-hospital", new Condition { Code = "hospital-stay", Until = On(Onset.AddDays(-(int)days)) }),
            ["vitamin-k-antagonist.recent"] = days => Exposed("exposure.vitamin-k-antagonist.recent", new Exposure { Code = "vitamin-k-antagonist", StartedOn = PartialDate.Year(2020), EndedOn = On(Onset.AddDays(-(int)days)) }),
            ["vitamin-k-antagonist.fresh-from"] = days => Exposed("exposure.vitamin-k-antagonist.started-1-10-days", new Exposure { Code = "vitamin-k-antagonist", StartedOn = On(Onset.AddDays(-(int)days)) }),
            ["vitamin-k-antagonist.fresh-until"] = days => Exposed("exposure.vitamin-k-antagonist.started-1-10-days", new Exposure { Code = "vitamin-k-antagonist", StartedOn = On(Onset.AddDays(-(int)days)) }),
            ["chemotherapy.within-a-month"] = days => Exposed("exposure.chemotherapy.within-30-days", new Exposure { Code = "chemotherapy", EndedOn = On(Onset.AddDays(-(int)days)) }),
            ["infusion.within-42-days"] = days => Exposed("exposure.iv-calcium.within-42-days", Given("iv-calcium", days)),
            ["heel-stick.newborn-period"] = age => EarliestDayOfHeelStick(ageAtOnset: 100m) >= age,
            ["newborn.generalised-until"] = days => Newborn(days, "exposure.iv-calcium-generalised"),
            ["heel-stick.until-age"] = age => State(Document(Patient(20)) with { Lesions = [new Lesion { Id = "L1", Sites = ["heel"], Morphology = ["papule"], OnsetAgeYears = age }] }, "exposure.heel-stick.could-fit") != FindingState.Absent,
            ["duration.rounded"] = days => State(Document(Patient(40)) with { Lesions = [Fingers with { OnsetOn = null, Duration = IsoDuration.OfDays(days) }], Exposures = [Given("iv-calcium", 35m, Today.AddDays(-(int)days))] }, "exposure.iv-calcium.within-42-days") == FindingState.Unknown,
        };
    }

    /// <summary>The probe of a threshold; null when there is none.</summary>
    public Func<decimal, bool>? Of(Threshold threshold)
    {
        if (_probes.TryGetValue(threshold.Id, out var probe))
            return probe;
        if (threshold.Id.StartsWith("slip.", StringComparison.Ordinal))
            return value => UnitSlipThresholds.Slips.Concat(UnitSlipThresholds.PerhapsIonised).Append(UnitSlipThresholds.NoInr).Single(slip => slip.Limits.Contains(threshold)) is var slip && slip.Fits(value, slip.Unit ?? "{INR}");
        if (threshold.Id.StartsWith("window.", StringComparison.Ordinal))
            return days => Window(threshold.Id.Split('.')[1], days, threshold.Finding!);
        return threshold.Finding?.Split('.')[0] switch
        {
            "lab" when Analyte(threshold) is { } analyte => value => StateOf(threshold.Finding, Lab(analyte, value, threshold.Unit)) == FindingState.Present,
            "renal" when threshold.Unit.StartsWith("mL", StringComparison.Ordinal) => value => StateOf(threshold.Finding, Egfr(value)) == FindingState.Present,
            "renal" => value => StateOf(threshold.Finding, Lab("creatinine", value, threshold.Unit)) == FindingState.Present,
            "patient" => age => State(Document(Patient(age)), threshold.Finding) == FindingState.Present,
            "onset" => age => State(Document(Patient(60)) with { Lesions = [Fingers with { OnsetOn = null, OnsetAgeYears = age }] }, threshold.Finding) == FindingState.Present,
            "lesion" when threshold.Id.StartsWith("pain.", StringComparison.Ordinal) => score => Lesion(threshold.Finding, new Lesion { PainScore = score }),
            "lesion" when threshold.Id.StartsWith("size.", StringComparison.Ordinal) => size => Lesion(threshold.Finding, new Lesion { SizeMm = new SizeRange(null, size) }),
            _ => null,
        };
    }

    private static Lesion Fingers => new() { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], OnsetOn = On(Onset) };

    private static string? Analyte(Threshold threshold) => threshold.Finding!.Split('.')[1] switch
    {
        "calcium" => "calcium-total",
        "pth" => "pth-intact",
        var id => AnalyteCatalogue.Find(id)?.Id,
    };

    private bool Window(string agentId, decimal days, string finding)
    {
        var agent = IatrogenicAgents.All.Single(agent => agent.Id == agentId);
        var generalised = agent.Id == "iv-calcium-generalised";
        var code = generalised ? "iv-calcium" : agent.Codes.First(code => ClinicalVocabulary.Default.Find(TermKind.Exposure, code) is not null);
        var born = generalised ? Onset.AddDays(-100) : new DateOnly(1900, 1, 1);
        var lesion = new Lesion
        {
            Id = "L1",
            Sites = [agent.FixedRegions?.First() ?? "left forearm"],
            Morphology = ["plaque"],
            OnsetOn = On(Onset),
            Distribution = generalised ? ["generalised"] : [],
        };
        var document = Document(new Patient { BirthDate = On(born) }) with { Lesions = [lesion], Exposures = [Given(code, days) with { Site = "left forearm" }] };
        return State(document, finding) == FindingState.Present;
    }

    private decimal EarliestDayOfHeelStick(decimal ageAtOnset)
    {
        var document = Document(new Patient { BirthDate = On(Onset.AddDays(-(int)ageAtOnset)) }) with
        {
            Lesions = [new Lesion { Id = "L1", Sites = ["heel"], Morphology = ["papule"], OnsetOn = On(Onset) }],
            Exposures = [new Exposure { Code = "heel-stick" }],
        };
        var picture = _classifier.Interpret(document).Lesions[0].Picture;
        var seen = picture.Seen(picture.Catalogue.IndexOf("exposure.heel-stick.in-window"))!;
        var least = System.Text.RegularExpressions.Regex.Match(seen, @"(\d+) to \d+ days before onset").Groups[1].Value;
        return ageAtOnset - decimal.Parse(least, System.Globalization.CultureInfo.InvariantCulture);
    }

    private bool Newborn(decimal ageAtOnset, string finding)
    {
        var born = Onset.AddDays(-(int)ageAtOnset);
        var document = Document(new Patient { BirthDate = On(born) }) with
        {
            Lesions = [new Lesion { Id = "L1", Sites = ["trunk"], Morphology = ["plaque"], Distribution = ["generalised"], OnsetOn = On(Onset) }],
            Exposures = [new Exposure { Code = "iv-calcium" }],
        };
        return State(document, finding) == FindingState.Present;
    }


    /// <summary>True when the laboratory's own range was set against the table and left open.</summary>
    private bool OwnRange(decimal age, string analyte, decimal value, decimal limit, string finding, string unit = "mg/dL") =>
        State(Document(Patient(age)) with { Labs = [Lab(analyte, value, unit) with { ReferenceRange = new ReferenceRange(null, limit) }] }, finding) == FindingState.Unknown;

    private IReadOnlyList<Rules.Explanation.DerivedValue> Height(decimal age, decimal height, decimal creatinine)
    {
        var document = Document(Patient(age)) with { Labs = [Lab("creatinine", creatinine, "mg/dL")], Measurements = [new BedsideMeasurement { Kind = MeasurementKind.Height, Value = height }] };
        return _classifier.Interpret(document).Lesions[0].Derived;
    }

    private bool Measured(MeasurementKind kind, decimal value, string finding) =>
        State(Document(Patient(40)) with { Measurements = [new BedsideMeasurement { Kind = kind, Value = value }] }, finding) == FindingState.Present;

    private bool Lesion(string finding, Lesion lesion) =>
        State(Document(Patient(40)) with { Lesions = [lesion with { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"] }] }, finding) == FindingState.Present;

    private bool Has(string finding, Condition condition) => State(Document(Patient(40)) with { Conditions = [condition] }, finding) == FindingState.Present;

    private bool Exposed(string finding, Exposure exposure) => State(Document(Patient(40)) with { Exposures = [exposure] }, finding) == FindingState.Present;

    private bool Derives(string name, params LabResult[] labs) => Read(Patient(40), labs).Derived.Any(value => value.Name == name);

    private FindingState StateOf(string finding, params LabResult[] labs) => State(Document(Patient(40)) with { Labs = labs }, finding);

    private LesionPicture Read(Patient patient, params LabResult[] labs) => _classifier.Interpret(Document(patient) with { Labs = labs }).Lesions[0];

    private FindingState State(FindingsDocument document, string finding) => _classifier.Interpret(document).Lesions[0].Picture[finding];

    private static FindingsDocument Document(Patient patient) => new() { AsOf = On(Today), Patient = patient, Lesions = [Fingers] };

    private static Patient Patient(decimal years) => new() { AgeYears = years, Sex = Sex.Male };

    private static LabResult Lab(string analyte, decimal value, string unit) => new() { Analyte = analyte, Value = value, Unit = unit };

    private static LabResult Egfr(decimal value) => Lab("egfr", value, "mL/min/{1.73_m2}");

    /// <summary>Calcium 10 and the phosphate that makes the product.</summary>
    private static LabResult[] Minerals(decimal product, decimal? limit = null) =>
        [Lab("calcium-total", 10m, "mg/dL"), Lab("phosphate", product / 10m, "mg/dL") with { ReferenceRange = limit is { } own ? new ReferenceRange(null, own) : null }];

    private static Exposure Given(string code, decimal days) => Given(code, days, Onset);

    private static Exposure Given(string code, decimal days, DateOnly onset) => new() { Code = code, StartedOn = On(onset.AddDays(-(int)days)), EndedOn = On(onset.AddDays(-(int)days)) };

    private static PartialDate On(DateOnly day) => PartialDate.Day(day);
}
