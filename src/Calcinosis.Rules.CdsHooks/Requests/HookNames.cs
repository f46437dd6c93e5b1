namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>Hooks that the services answer (HL7 CDS Hooks Library).</summary>
internal static class HookNames
{
    /// <summary>A chart was opened. Hook version 1.0.</summary>
    public const string PatientView = "patient-view";

    /// <summary>A problem was added to the list. Hook version 0.1.0.</summary>
    public const string ProblemListItemCreate = "problem-list-item-create";

    /// <summary>An order was selected and is not signed yet. Hook version 1.0.</summary>
    public const string OrderSelect = "order-select";

    /// <summary>Orders are about to be signed. Hook version 1.0.</summary>
    public const string OrderSign = "order-sign";
}
