using System.Text.Json;

namespace Calcinosis.Rules.CdsHooks.Discovery;

/// <summary>The answer of <c>GET cds-services</c>; it never changes while the program runs.</summary>
internal static class DiscoveryDocument
{
    /// <summary>The specification that the services follow.</summary>
    private const string SpecificationVersion = "2.0.1";

    public static byte[] Bytes { get; } = Write();

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("services"u8);
            foreach (var service in CdsService.All)
            {
                foreach (var hook in service.Hooks)
                    WriteService(json, service, hook);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteService(Utf8JsonWriter json, CdsService service, string hook)
    {
        json.WriteStartObject();
        json.WriteString("hook"u8, hook);
        json.WriteString("title"u8, service.Title);
        json.WriteString("description"u8, service.Description);
        json.WriteString("id"u8, service.Id);
        json.WriteStartObject("prefetch"u8);
        foreach (var template in PrefetchTemplates.All)
            json.WriteString(template.Key, template.Query);
        json.WriteEndObject();
        json.WriteString("usageRequirements"u8, CdsService.UsageRequirements);
        json.WriteString("version"u8, SpecificationVersion);
        json.WriteEndObject();
    }
}
