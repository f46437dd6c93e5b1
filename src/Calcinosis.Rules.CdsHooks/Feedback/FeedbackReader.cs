using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Requests;

namespace Calcinosis.Rules.CdsHooks.Feedback;

/// <summary>Reads a report of feedback; everything wrong with it is noted in one pass, and then none of it is kept.</summary>
internal static class FeedbackReader
{
    private const int MostEntries = 1000;
    private const int LongestText = 2000;

    /// <summary>What a report says beside its entries.</summary>
    /// <param name="Service">The service that is called.</param>
    /// <param name="Client">The caller; null in development.</param>
    /// <param name="KeepComments">Whether free text is kept.</param>
    /// <param name="ReceivedAt">Now.</param>
    public sealed record Envelope(string Service, string? Client, bool KeepComments, DateTimeOffset ReceivedAt);

    public static IReadOnlyList<FeedbackEntry> Read(JsonElement root, Envelope envelope, List<RequestProblem> problems)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new RequestProblem("structure", "", "The body must be a JSON object."));
            return [];
        }

        const string expected = "an array of at least one and at most 1000 entries";
        var field = new Field(root, "", problems);
        if (field.Element("feedback", JsonValueKind.Array, required: true, expected) is not { } array)
            return [];
        if (array.GetArrayLength() is 0 or > MostEntries)
        {
            field.Wrong("feedback", expected);
            return [];
        }

        var entries = new List<FeedbackEntry>();
        var index = 0;
        foreach (var element in array.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"feedback[{index++}]");
            if (element.ValueKind != JsonValueKind.Object)
                problems.Add(RequestProblem.Value(path, "an object"));
            else if (ReadEntry(new Field(element, path, problems), envelope, problems) is { } entry)
                entries.Add(entry);
        }

        return entries;
    }

    private static FeedbackEntry? ReadEntry(Field field, Envelope envelope, List<RequestProblem> problems)
    {
        var before = problems.Count;
        var card = ReadUuid(field, "card", "the uuid of a card");
        var outcome = ReadOutcome(field);
        var accepted = ReadAccepted(field, outcome, problems);
        var (reason, comment) = ReadOverride(field, problems);
        var at = ReadTimestamp(field);
        if (problems.Count > before)
            return null;
        var entry = new FeedbackEntry
        {
            Id = "",
            Service = envelope.Service,
            Client = envelope.Client,
            Card = card,
            Outcome = outcome!.Value,
            AcceptedSuggestions = accepted,
            Reason = reason,
            HasComment = comment is not null,
            Comment = envelope.KeepComments ? comment : null,
            OutcomeAt = at,
            ReceivedAt = envelope.ReceivedAt,
        };
        return entry with { Id = IdOf(entry, comment) };
    }

    /// <summary>Invariant cds-fb-1.</summary>
    private static FeedbackOutcome? ReadOutcome(Field field)
    {
        const string expected = "accepted or overridden";
        var text = field.RequiredText("outcome", expected);
        if (text is not (null or "accepted" or "overridden"))
            field.Wrong("outcome", expected);
        return text switch { "accepted" => FeedbackOutcome.Accepted, "overridden" => FeedbackOutcome.Overridden, _ => null };
    }

    /// <summary>Invariant cds-fb-2.</summary>
    private static List<Guid> ReadAccepted(Field field, FeedbackOutcome? outcome, List<RequestProblem> problems)
    {
        const string expected = "an array of at least one object with the uuid of a suggestion as id";
        var ids = new List<Guid>();
        if (field.Element("acceptedSuggestions", JsonValueKind.Array, required: outcome == FeedbackOutcome.Accepted, expected) is not { } array)
            return ids;
        if (outcome == FeedbackOutcome.Accepted && array.GetArrayLength() == 0)
            field.Wrong("acceptedSuggestions", expected);
        foreach (var element in array.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{field.PathOf("acceptedSuggestions")}[{ids.Count}]");
            if (element.ValueKind == JsonValueKind.Object)
                ids.Add(ReadUuid(new Field(element, path, problems), "id", "the uuid of a suggestion"));
            else
                problems.Add(RequestProblem.Value(path, "an object with the uuid of a suggestion as id"));
        }

        return ids;
    }

    /// <summary>Invariant cds-fb-3.</summary>
    private static (FeedbackReason? Reason, string? Comment) ReadOverride(Field field, List<RequestProblem> problems)
    {
        if (field.Element("overrideReason", JsonValueKind.Object, required: false, "an object") is not { } element)
            return (null, null);
        var inner = new Field(element, field.PathOf("overrideReason"), problems);
        var coding = inner.Element("reason", JsonValueKind.Object, required: false, "a Coding");
        var comment = inner.OptionalText("userComment", "text");
        if (coding is null && comment is null)
            problems.Add(RequestProblem.Required(field.PathOf("overrideReason"), "a reason, a userComment, or both"));
        if (comment?.Length > LongestText)
            inner.Wrong("userComment", $"text of at most {LongestText} characters");
        if (coding is not { } found)
            return (null, comment);
        var code = new Field(found, inner.PathOf("reason"), problems);
        var reason = new FeedbackReason(code.OptionalText("system", "a URI"), code.RequiredText("code", "a code") ?? "", code.OptionalText("display", "text"));
        if (reason.Code.Length > LongestText || reason.System?.Length > LongestText || reason.Display?.Length > LongestText)
            inner.Wrong("reason", $"a Coding with texts of at most {LongestText} characters");
        return (reason, comment);
    }

    private static DateTimeOffset ReadTimestamp(Field field)
    {
        const string expected = "a date and time in UTC, such as 2026-10-31T10:05:31Z";
        if (field.RequiredText("outcomeTimestamp", expected) is not { } text)
            return default;
        // RFC 3339, so a zone has to be there; a client that writes its own zone means the same moment.
        if (text.AsSpan().IndexOfAny('T', 't') == 10 && (text[^1] is 'Z' or 'z' || text.AsSpan(11).IndexOfAny('+', '-') > 0)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at))
        {
            return at;
        }

        field.Wrong("outcomeTimestamp", expected);
        return default;
    }

    private static Guid ReadUuid(Field field, string name, string expected)
    {
        if (field.RequiredText(name, expected) is not { } text)
            return default;
        if (Guid.TryParseExact(text, "D", out var id))
            return id;
        field.Wrong(name, expected);
        return default;
    }

    /// <summary>Everything that a client says, so that saying it again is the same report, and saying something else is another.</summary>
    private static string IdOf(FeedbackEntry entry, string? comment)
    {
        var parts = new[]
        {
            entry.Service, entry.Client, entry.Card.ToString("D"), entry.Outcome.ToString(), string.Join(' ', entry.AcceptedSuggestions.Order()),
            entry.Reason?.System, entry.Reason?.Code, comment, entry.OutcomeAt.ToString("O", CultureInfo.InvariantCulture),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => part is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"={part.Length} {part}"))))));
    }
}
