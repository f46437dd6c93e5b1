using System.Globalization;
using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Requests;
using Microsoft.AspNetCore.Http;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Answers that are no success: a FHIR OperationOutcome says what was wrong and where, without any value of the patient.</summary>
internal static class Outcome
{
    private const int MostIssues = 50;

    public static Task WriteAsync(HttpContext context, int status, string code, string text) =>
        WriteAsync(context, status, [new RequestProblem(code, "", text)]);

    public static async Task WriteAsync(HttpContext context, int status, IReadOnlyList<RequestProblem> problems)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/fhir+json";
        var bytes = Write(problems);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>What a status means, for those that are found before the body is read.</summary>
    public static (string Code, string Text) OfStatus(int status, RequestLimits limits) => status switch
    {
        StatusCodes.Status408RequestTimeout => ("timeout", string.Create(CultureInfo.InvariantCulture, $"The body did not come within {limits.BodyTimeout.TotalSeconds:0.#} seconds.")),
        StatusCodes.Status413PayloadTooLarge => ("too-long", string.Create(CultureInfo.InvariantCulture, $"The body is larger than {limits.MaxBodyBytes} bytes.")),
        StatusCodes.Status415UnsupportedMediaType => ("not-supported", "The body must be application/json in UTF-8, not compressed."),
        _ => ("invalid", "The request could not be read."),
    };

    private static byte[] Write(IReadOnlyList<RequestProblem> problems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("resourceType"u8, "OperationOutcome"u8);
            json.WriteStartArray("issue"u8);
            foreach (var problem in problems.Take(MostIssues))
            {
                json.WriteStartObject();
                json.WriteString("severity"u8, "error"u8);
                json.WriteString("code"u8, problem.Code);
                json.WriteStartObject("details"u8);
                json.WriteString("text"u8, problem.Text);
                json.WriteEndObject();
                if (problem.Path.Length > 0)
                {
                    json.WriteStartArray("expression"u8);
                    json.WriteStringValue(problem.Path);
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
