using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Measurements;

/// <summary>
/// Every number on which an answer turns, in one list. Reference intervals (<see cref="ReferenceBands"/>) and limits of
/// plausibility (<see cref="AnalyteCatalogue"/>) are tables of their own; the windows of exposures come from
/// <see cref="IatrogenicAgents"/>.
/// </summary>
internal static class Thresholds
{
    public static IReadOnlyList<Threshold> All { get; } =
    [
        .. MineralThresholds.All,
        .. KidneyThresholds.All,
        .. LaboratoryThresholds.All,
        .. UnitSlipThresholds.All,
        .. PatientThresholds.All,
        .. LesionThresholds.All,
        .. TimeThresholds.All,
        .. DrugThresholds.All,
        .. IatrogenicAgents.All.SelectMany(agent => agent.Windows),
    ];
}
