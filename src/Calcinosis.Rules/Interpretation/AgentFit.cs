using System.Globalization;

namespace Calcinosis.Rules.Interpretation;

/// <summary>How one use of an agent fits a lesion.</summary>
internal readonly record struct AgentFit(
    Statement Use, FindingState Site, bool Confined, FindingState Window, FindingState Late, FindingState Out, bool LesionFirst, bool Dated, Latency Latency)
{
    /// <summary>The best of several uses speaks; one that lies elsewhere is ignored beside another.</summary>
    public int Score =>
        (LesionFirst ? -100 : 0) + (Site == FindingState.Present ? 20 : Site == FindingState.Absent ? -20 : 0)
        + (Window == FindingState.Present ? 10 : Out == FindingState.Present ? -10 : 0) + (Confined ? 1 : 0);

    /// <summary>The use with its time, in words.</summary>
    public string TimeSeen => Latency.GoingOn ? $"{Use.Seen}, going on"
        : Latency.LastMax >= decimal.MaxValue / 2 ? $"{Use.Seen}, date not recorded"
        : string.Create(CultureInfo.InvariantCulture, $"{Use.Seen}, {Days(Latency.LastMin, Latency.LastMax)} before onset");

    private static string Days(decimal min, decimal max)
    {
        var (least, most) = (decimal.Round(min), decimal.Round(max));
        return least == most ? string.Create(CultureInfo.InvariantCulture, $"{least} days") : string.Create(CultureInfo.InvariantCulture, $"{least} to {most} days");
    }
}

/// <summary>Days from first and from last dose to onset, each as an interval.</summary>
/// <param name="FirstMin">Least number of days from the first dose.</param>
/// <param name="FirstMax">Greatest number of days from the first dose.</param>
/// <param name="LastMin">Least number of days from the last dose.</param>
/// <param name="LastMax">Greatest number of days from the last dose.</param>
/// <param name="GoingOn">It is still given; only that is told of its time.</param>
internal readonly record struct Latency(decimal FirstMin, decimal FirstMax, decimal LastMin, decimal LastMax, bool GoingOn = false);
