using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Tests.Support;

/// <summary>Makes JSON Schemas (2020-12) from the C# types, with the summaries of their documentation as descriptions.</summary>
internal sealed class SchemaGenerator
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly NullabilityInfoContext Nullability = new();
    private readonly SortedDictionary<string, JsonNode> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _summaries = Summaries();

    public static string Of(Type root, string id, string schemaConstant)
    {
        var generator = new SchemaGenerator();
        var schema = generator.Object(root);
        var properties = schema["properties"]!.AsObject();
        properties.Insert(0, "schema", new JsonObject { ["const"] = schemaConstant, ["description"] = "Name and version of the document." });
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = id, ["title"] = schemaConstant };
        foreach (var (name, node) in schema.ToArray())
        {
            schema.Remove(name);
            document[name] = node;
        }

        document["$defs"] = new JsonObject(generator._definitions.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
        return document.ToJsonString(Indented) + "\n";
    }

    /// <summary>Names of the JSON properties of a type, without those that only the reader fills.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property)> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name is not ("EqualityContract" or "TakenAt"))
            .OrderBy(property => property.DeclaringType == type ? 1 : 0).ThenBy(property => property.MetadataToken)
            .Select(property => (property is { DeclaringType.Name: "Coding", Name: "Value" } ? "code" : Camel(property.Name), property));

    private JsonObject Object(Type type)
    {
        var properties = new JsonObject();
        foreach (var (name, property) in PropertiesOf(type))
        {
            var node = Schema(property.PropertyType);
            if (Nullability.Create(property).WriteState == NullabilityState.Nullable || Nullable.GetUnderlyingType(property.PropertyType) is not null)
                node = new JsonObject { ["anyOf"] = new JsonArray(node, new JsonObject { ["type"] = "null" }) };
            if (_summaries.TryGetValue($"P:{property.DeclaringType!.FullName}.{property.Name}", out var summary))
                node["description"] = summary;
            properties[name] = node;
        }

        var schema = new JsonObject { ["type"] = "object" };
        if (_summaries.TryGetValue($"T:{type.FullName}", out var description))
            schema["description"] = description;
        schema["properties"] = properties;
        return schema;
    }

    private JsonObject Schema(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return new JsonObject { ["type"] = "string" };
        if (type == typeof(bool))
            return new JsonObject { ["type"] = "boolean" };
        if (type == typeof(decimal))
            return new JsonObject { ["type"] = "number" };
        if (type == typeof(int))
            return new JsonObject { ["type"] = "integer" };
        if (type == typeof(PartialDate))
            return new JsonObject { ["type"] = "string", ["pattern"] = "^\\d{4}(-\\d{2}(-\\d{2}(T.+)?)?)?$" };
        if (type == typeof(IsoDuration))
            return new JsonObject { ["type"] = "string", ["pattern"] = "^P.+$" };
        if (type.IsEnum)
            return new JsonObject { ["enum"] = new JsonArray([.. WordsOf(type).Select(word => (JsonNode)word)]) };
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return new JsonObject { ["type"] = "array", ["items"] = Schema(type.GetGenericArguments()[0]) };
        if (!_definitions.ContainsKey(type.Name))
        {
            _definitions[type.Name] = new JsonObject();
            _definitions[type.Name] = Object(type);
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + type.Name };
    }

    private static IEnumerable<string> WordsOf(Type type) =>
        (IEnumerable<string>)typeof(Rules.Findings.Json.EnumWords<>).MakeGenericType(type).GetProperty("All")!.GetValue(null)!;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The first sentence or so of every summary, in one line.</summary>
    private static Dictionary<string, string> Summaries()
    {
        var file = Path.ChangeExtension(typeof(Assessment).Assembly.Location, ".xml");
        if (!File.Exists(file))
            return [];
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Plain(member.Element("summary")!), StringComparer.Ordinal);
    }

    private static string Plain(XElement summary) =>
        string.Join(' ', string.Concat(summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.')[^1] ?? see.Value,
            XElement element => element.Value,
            XText text => text.Value,
            _ => "",
        })).Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
