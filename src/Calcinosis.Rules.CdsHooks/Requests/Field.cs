using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>
/// Reads the fields of one JSON object and notes everything wrong with them in one pass. A null counts as left out: the
/// specification forbids it, but it can mean nothing else.
/// </summary>
internal sealed class Field(JsonElement element, string path, List<RequestProblem> problems)
{
    public string? RequiredText(string name, string expected) => Text(name, expected, required: true);

    public string? OptionalText(string name, string expected) => Text(name, expected, required: false);

    public JsonElement? Element(string name, JsonValueKind kind, bool required, string expected)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
                problems.Add(RequestProblem.Required(PathOf(name), expected));
            return null;
        }

        if (value.ValueKind == kind)
            return value;
        problems.Add(RequestProblem.Value(PathOf(name), expected));
        return null;
    }

    public void Wrong(string name, string expected) => problems.Add(RequestProblem.Value(PathOf(name), expected));

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private string? Text(string name, string expected, bool required)
    {
        if (Element(name, JsonValueKind.String, required, expected) is not { } value)
            return null;
        if (value.GetString() is { Length: > 0 } text)
            return text;
        Wrong(name, expected);
        return null;
    }
}
