using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>
/// The calcium-phosphate product of one draw, always of the measured total calcium: a derived guess must not prove a
/// type. The product with corrected calcium is shown beside it and read by no rule.
/// </summary>
internal sealed class ProductInterpreter(PatientContext patient, CalciumCorrection correction)
{
    public void Interpret(LabSelections selections, PictureBuilder picture)
    {
        var (anyTotal, anyPhosphate) = (false, selections.RelevantPhosphate.Exists(IsUsable));
        foreach (var ca in selections.RelevantTotals)
        {
            if (!IsUsable(ca))
                continue;
            anyTotal = true;
            foreach (var p in selections.RelevantPhosphate)
            {
                if (IsUsable(p) && p.IsOfSameDraw(ca))
                    Pair(ca, p, picture);
            }
        }

        if (anyTotal && anyPhosphate)
            return;
        // Without its parts a product counts only in adults: two normal adult values cannot exceed 55.
        foreach (var product in selections.Products)
        {
            if (product.Value is { } value && patient.AgeOn(product.Day).Is(MineralThresholds.ReportedProductFromAge) == true)
                Band(picture, value, new Parts(MineralThresholds.ProductCeiling.Holds(value), Borderline: false, product.Extreme, Assumed: false), product, null);
        }
    }

    /// <summary>Single values, not bounds; a sample after dialysis says nothing of the product before it.</summary>
    private static bool IsUsable(LabReading reading) =>
        reading.Value is not null && reading.Result.Comparator is null && reading.Result.DialysisTiming != DialysisTiming.Post;

    private void Pair(LabReading ca, LabReading p, PictureBuilder picture)
    {
        var product = Formulas.Product(ca.Value!.Value, p.Value!.Value);
        if (picture.KeepsWords)
        {
            picture.Derived.Add(new DerivedValue("calcium-phosphate-product", Formulas.FourDigits(product), "mg2/dL2", null, [ca.Path, p.Path], "total calcium x phosphate"));
            if (correction.ForProduct(ca) is var (calcium, albumin))
            {
                picture.Derived.Add(new DerivedValue("calcium-phosphate-product-corrected", Formulas.FourDigits(Formulas.Product(calcium, p.Value.Value)), "mg2/dL2", null, [ca.Path, p.Path, albumin.Path],
                    "corrected calcium x phosphate", "shown for comparison; no rule reads it"));
            }
        }

        var undated = ca.Result.Specimen is null && ca.Result.TakenOn is null;
        var parts = new Parts(
            ca.IsHigh == FindingState.Present || p.IsHigh == FindingState.Present, ca.State == RangeState.BorderlineHigh || p.State == RangeState.BorderlineHigh, ca.Extreme || p.Extreme, undated);
        Band(picture, product, parts, ca, p);
    }

    private void Band(PictureBuilder picture, decimal product, Parts parts, LabReading first, LabReading? second)
    {
        var age = patient.AgeNow;
        if (age.Is(MineralThresholds.ProductFromAge) == false || parts.Extreme)
            return;
        var adult = age.Is(MineralThresholds.ProductAdultFromAge);
        var limit = adult == true ? MineralThresholds.ProductCeiling : adult == false && age.Is(MineralThresholds.ProductFromAge) == true ? MineralThresholds.ProductCeilingChild : null;
        var strong = MineralThresholds.ProductStrong.Holds(product);
        var seen = !picture.KeepsWords ? "" : second is null ? first.Seen : $"{first.Seen}; {second.Seen}";
        Origin from = !picture.KeepsWords ? default(Origin) : second is null ? first : (string[])[first.Path, second.Path];
        Say(Finding.LabProductAbove70, !strong ? FindingState.Absent : parts.High ? FindingState.Present : parts.Borderline ? FindingState.Unknown : FindingState.Absent);
        if (limit is not { } ceiling)
            return;
        Say(Finding.LabProductAbove55, ceiling.Holds(product) && parts.High ? FindingState.Present : FindingState.Absent);
        Say(Finding.LabProductMild, ceiling.Holds(product) && !strong && !parts.High && parts.Borderline ? FindingState.Present : FindingState.Absent);

        void Say(int finding, FindingState state)
        {
            var known = picture.StateOf(finding) == FindingState.Present;
            MineralInterpreter.Loudest(picture, finding, state, seen, from);
            if (parts.Assumed && state == FindingState.Present && !known && picture.StateOf(finding) == FindingState.Present)
                picture.MarkAsAssumed(finding, $"{seen}: neither has a date; taken as one draw");
        }
    }

    /// <summary>What is known of the two components.</summary>
    private readonly record struct Parts(bool High, bool Borderline, bool Extreme, bool Assumed);
}
