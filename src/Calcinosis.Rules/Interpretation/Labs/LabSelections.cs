namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>The mineral readings of a patient, and lists for readings that are picked out for one lesion.</summary>
internal sealed class LabSelections
{
    /// <summary>Usable calcium of every kind, in document order.</summary>
    public List<LabReading> Calcium { get; } = [];

    public List<LabReading> CalciumTotal { get; } = [];

    public List<LabReading> Phosphate { get; } = [];

    public List<LabReading> Products { get; } = [];

    /// <summary>Calcium and phosphate.</summary>
    public List<LabReading> Minerals { get; } = [];

    public List<LabReading> RelevantCalcium { get; } = [];

    public List<LabReading> RelevantTotals { get; } = [];

    public List<LabReading> RelevantPhosphate { get; } = [];

    public List<LabReading> Draw { get; } = [];

    public List<LabReading> Some { get; } = [];

    public List<CalciumDraw> Draws { get; } = [];

    public void Clear()
    {
        Calcium.Clear();
        CalciumTotal.Clear();
        Phosphate.Clear();
        Products.Clear();
        Minerals.Clear();
        RelevantCalcium.Clear();
        RelevantTotals.Clear();
        RelevantPhosphate.Clear();
        Draw.Clear();
        Some.Clear();
        Draws.Clear();
    }
}
