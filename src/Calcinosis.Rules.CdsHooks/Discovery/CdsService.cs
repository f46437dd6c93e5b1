using Calcinosis.Rules.CdsHooks.Requests;

namespace Calcinosis.Rules.CdsHooks.Discovery;

/// <summary>
/// One service. It has one id for all its hooks, by which a client knows that a later answer replaces an earlier one
/// ("update stale guidance").
/// </summary>
/// <remarks>The hook that matters most stands last: a client that keeps one entry an id, as the public sandbox does, keeps that one.</remarks>
internal sealed record CdsService(string Id, string Title, string Description, IReadOnlyList<string> Hooks)
{
    /// <summary>Which type the findings support.</summary>
    public static CdsService Type { get; } = new(
        "calcinosis-cutis-type",
        "Calcinosis cutis: which type do the findings support?",
        "For a patient with calcium deposits in the skin: which of the five types (calciphylaxis, iatrogenic, dystrophic, metastatic, idiopathic) the recorded "
        + "findings support and how far, what speaks against it, what is missing, what is urgent, and which tests could change the answer. "
        + "Informs a clinician and decides nothing. No card for other patients.",
        [HookNames.ProblemListItemCreate, HookNames.PatientView]);

    /// <summary>Orders that need a second look when findings raise calciphylaxis.</summary>
    public static CdsService Orders { get; } = new(
        "calcinosis-cutis-orders",
        "Calcinosis cutis: orders that deserve a second look",
        "When a vitamin K antagonist, calcium, vitamin D or a skin biopsy is ordered for a patient whose findings raise calciphylaxis, or a treatment against which "
        + "the patient's own findings speak: what the findings are, and why. Informs a clinician and decides nothing. No card for other orders and patients.",
        [HookNames.OrderSign, HookNames.OrderSelect]);

    public static IReadOnlyList<CdsService> All { get; } = [Type, Orders];

    /// <summary>Preconditions, for whoever sets the service up.</summary>
    public const string UsageRequirements =
        "Reads FHIR R4. Works best with all prefetch keys; with a part of them, cards name what could not be read. Missing keys are fetched from the client's FHIR server only when it is allowed and a token comes with the call.";
}
