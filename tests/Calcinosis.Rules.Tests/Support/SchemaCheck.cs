using System.Text.Json;
using System.Text.Json.Nodes;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>Checks a document against the few words of JSON Schema that our schemas use; an unknown property is a problem too.</summary>
internal static class SchemaCheck
{
    public static void Fits(JsonElement value, JsonNode schema, JsonNode root, string path, List<string> problems)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            Fits(value, root["$defs"]![reference.Split('/')[^1]]!, root, path, problems);
            return;
        }

        if (schema["anyOf"] is JsonArray options)
        {
            var tries = options.Select(option =>
            {
                var found = new List<string>();
                Fits(value, option!, root, path, found);
                return found;
            }).ToArray();
            if (tries.All(found => found.Count > 0))
                problems.AddRange(tries[0]);
            return;
        }

        if (schema["const"]?.GetValue<string>() is { } constant && value.GetString() != constant)
            problems.Add($"{path}: not {constant}");
        if (schema["enum"] is JsonArray words && (value.ValueKind != JsonValueKind.String || words.All(word => word!.GetValue<string>() != value.GetString())))
            problems.Add($"{path}: {value} is none of the words");
        switch (schema["type"]?.GetValue<string>())
        {
            case "object" when value.ValueKind == JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (schema["properties"]![property.Name] is { } known)
                        Fits(property.Value, known, root, $"{path}/{property.Name}", problems);
                    else
                        problems.Add($"{path}/{property.Name}: not in the schema");
                }

                break;
            case "array" when value.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Fits(item, schema["items"]!, root, $"{path}/{index++}", problems);
                break;
            case "string" when value.ValueKind == JsonValueKind.String:
            case "number" or "integer" when value.ValueKind == JsonValueKind.Number:
            case "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
            case "null" when value.ValueKind == JsonValueKind.Null:
            case null:
                break;
            default:
                problems.Add($"{path}: {value.ValueKind} is not {schema["type"]}");
                break;
        }
    }
}
