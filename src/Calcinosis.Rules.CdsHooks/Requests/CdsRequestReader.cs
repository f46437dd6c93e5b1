using System.Globalization;
using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>
/// Reads the body of a call. Fields that a later version of the specification adds, and extensions, are passed over; what is
/// required and missing, or has a wrong form, is reported, all of it at once.
/// </summary>
internal static class CdsRequestReader
{
    private static readonly Dictionary<string, PrefetchValue> NoPrefetch = [];

    /// <param name="root">The body, with or without the values of <c>prefetch</c>.</param>
    /// <param name="hooks">Hooks for which the called service answers.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="prefetch">The values of <c>prefetch</c>.</param>
    /// <returns>The request; null when something is wrong.</returns>
    public static CdsRequest? Read(JsonElement root, IReadOnlyCollection<string> hooks, List<RequestProblem> problems, IReadOnlyDictionary<string, PrefetchValue>? prefetch = null)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new RequestProblem("structure", "", "The body must be a JSON object."));
            return null;
        }

        var field = new Field(root, "", problems);
        var hook = field.RequiredText("hook", $"one of {string.Join(", ", hooks)}");
        if (hook is not null && !hooks.Contains(hook))
            field.Wrong("hook", $"one of {string.Join(", ", hooks)}");
        var instance = Guid.Empty;
        if (field.RequiredText("hookInstance", "a UUID") is { } id && !Guid.TryParseExact(id, "D", out instance))
            field.Wrong("hookInstance", "a UUID");
        var server = ReadServer(field);
        var authorization = ReadAuthorization(field, server, problems);
        var context = field.Element("context", JsonValueKind.Object, required: true, "an object");
        var request = context is { } found ? ReadContext(new Field(found, "context", problems), hook, problems) : null;
        if (authorization?.Patient is { } patient && request is not null && patient != request.PatientId)
            problems.Add(RequestProblem.Value("fhirAuthorization.patient", "the patient of the context"));
        field.Element("prefetch", JsonValueKind.Object, required: false, "an object");
        if (problems.Count > 0 || request is null)
            return null;
        return request with { Hook = hook!, HookInstance = instance, FhirServer = server, Authorization = authorization, Prefetch = prefetch ?? NoPrefetch };
    }

    private static Uri? ReadServer(Field field)
    {
        const string expected = "an absolute http or https address";
        if (field.OptionalText("fhirServer", expected) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "https" or "http")
            return server;
        field.Wrong("fhirServer", expected);
        return null;
    }

    private static FhirAuthorization? ReadAuthorization(Field field, Uri? server, List<RequestProblem> problems)
    {
        if (field.Element("fhirAuthorization", JsonValueKind.Object, required: false, "an object") is not { } element)
            return null;
        // Invariant cds-r-1.
        if (server is null)
            problems.Add(RequestProblem.Required("fhirServer", "the server for which fhirAuthorization holds"));
        var inner = new Field(element, "fhirAuthorization", problems);
        var token = inner.RequiredText("access_token", "a token");
        if (inner.RequiredText("token_type", "Bearer") is { } type && !string.Equals(type, "Bearer", StringComparison.OrdinalIgnoreCase))
            inner.Wrong("token_type", "Bearer");
        if (inner.Element("expires_in", JsonValueKind.Number, required: true, "a whole number of seconds") is { } expires && !expires.TryGetInt64(out _))
            inner.Wrong("expires_in", "a whole number of seconds");
        inner.RequiredText("scope", "the scopes of the token");
        inner.RequiredText("subject", "the client id of this service");
        // Invariant cds-r-2 is a warning only: a token without its patient is used all the same.
        var patient = inner.OptionalText("patient", "a FHIR id");
        return token is null || token.Any(character => character is <= ' ' or > '~') ? Refuse(inner, token) : new FhirAuthorization(token, patient);
    }

    private static FhirAuthorization? Refuse(Field field, string? token)
    {
        if (token is not null)
            field.Wrong("access_token", "a token of visible ASCII characters");
        return null;
    }

    private static CdsRequest? ReadContext(Field context, string? hook, List<RequestProblem> problems)
    {
        context.RequiredText("userId", "the current user, such as Practitioner/abc");
        var patient = context.RequiredText("patientId", "a FHIR id");
        if (patient is not null && !FhirId.IsValid(patient))
            context.Wrong("patientId", "a FHIR id: letters, digits, '-' and '.', at most 64");
        var encounter = context.OptionalText("encounterId", "a FHIR id");
        if (encounter is not null && !FhirId.IsValid(encounter))
            context.Wrong("encounterId", "a FHIR id: letters, digits, '-' and '.', at most 64");
        var conditions = hook == HookNames.ProblemListItemCreate ? context.Element("conditions", JsonValueKind.Object, required: true, "a Bundle of Conditions") : null;
        var orders = hook is HookNames.OrderSelect or HookNames.OrderSign ? context.Element("draftOrders", JsonValueKind.Object, required: true, "a Bundle of orders") : null;
        var selections = hook == HookNames.OrderSelect ? ReadSelections(context, problems) : null;
        return patient is null
            ? null
            : new CdsRequest
            {
                Hook = "",
                HookInstance = Guid.Empty,
                PatientId = patient,
                EncounterId = encounter,
                Conditions = conditions,
                DraftOrders = orders,
                Selections = selections,
                Prefetch = NoPrefetch,
            };
    }

    private static List<string>? ReadSelections(Field context, List<RequestProblem> problems)
    {
        const string expected = "an array of references into draftOrders, such as MedicationRequest/103";
        if (context.Element("selections", JsonValueKind.Array, required: true, expected) is not { } array)
            return null;
        var selections = new List<string>();
        foreach (var entry in array.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.String)
                selections.Add(entry.GetString()!);
            else
                problems.Add(RequestProblem.Value(string.Create(CultureInfo.InvariantCulture, $"{context.PathOf("selections")}[{selections.Count}]"), expected));
        }

        return selections;
    }
}
