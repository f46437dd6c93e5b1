namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>
/// Reasons to set a card aside, from HL7's code system of non-adherence reasons (trial use): those that make sense for
/// information on a diagnosis.
/// </summary>
internal static class OverrideReasons
{
    private const string System = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    public static IReadOnlyList<CodeReference> All { get; } =
    [
        new(System, "cds-not-applicable", "PC CDS does not apply to patient"),
        new(System, "action-completed", "Recommended action was already completed"),
        new(System, "indication-order-exists", "Patient has indication/order for intended action"),
        new(System, "action-not-priority", "Recommended action is not relevant or a priority in current state of health"),
        new(System, "need-more-info", "Could not address recommended action due to need for more information/pending results/pending consult"),
        new(System, "inappropriate-recipient", "PC CDS delivered to inappropriate recipient/role"),
        new(System, "expert-contradicts", "Advice from expert contradicts the recommended action"),
        new(System, "does-not-align-latest-evidence", "Recommended action does not align with the latest evidence"),
        new(System, "recipient-disagrees-evidence", "Recipient disagrees with recommendation because of issues with the evidence"),
        new(System, "patient-contraindication", "Patient has contraindication to recommended action"),
        new(System, "patient-refuses", "Patient refuses/declines (no context given)*"),
    ];
}
