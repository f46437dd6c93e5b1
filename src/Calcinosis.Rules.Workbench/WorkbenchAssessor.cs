using System.Text;
using System.Text.Json;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Charts;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Explanation.Rendering.Html;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Microsoft.AspNetCore.Http;

namespace Calcinosis.Rules.Workbench;

/// <summary>Answers the page. Keeps nothing between two questions.</summary>
internal sealed class WorkbenchAssessor(WorkbenchOptions options)
{
    private const int MostSuppositions = 100;
    private readonly Lazy<CalcinosisClassifier> _classifier = new(() => options.Classifier ?? new CalcinosisClassifier());

    /// <summary>The assessment as the page shows it.</summary>
    public async Task<IResult> Answer(HttpRequest request)
    {
        var (asked, problem) = await Read(request).ConfigureAwait(false);
        if (asked is null)
            return problem!;
        var (kind, chart) = Chart(asked);
        return Results.Json(Of(kind, chart), WorkbenchJson.Default.AssessAnswer);
    }

    /// <summary>The report as a file of its own.</summary>
    public async Task<IResult> Report(HttpRequest request)
    {
        var (asked, problem) = await Read(request).ConfigureAwait(false);
        return asked is null ? problem! : Results.Text(Chart(asked).Chart.ToHtml(), "text/html", Encoding.UTF8);
    }

    private (string Kind, AssessmentChart Chart) Chart(AssessRequest asked)
    {
        var text = Encoding.UTF8.GetBytes(asked.Text ?? "");
        IReadOnlyList<Supposition> suppositions = [.. (asked.Suppose ?? []).Take(MostSuppositions).Select(Supposed).OfType<Supposition>()];
        if (options.ReadOther?.Invoke(text) is not { } other)
            return ("findings", _classifier.Value.ChartJson(text, asked.AsOf, suppositions));
        // Nothing read is told as what was wrong with the text, not as a patient of whom nothing is known.
        var document = other.Document ?? new FindingsDocument();
        return (other.Kind, _classifier.Value.Chart(document, other.Issues, other.LeftOut, asked.AsOf, suppositions));
    }

    private static Supposition? Supposed(SupposedAnswer? answer) => answer switch
    {
        { Finding: { Length: > 0 } finding, State: "present" } => new Supposition(answer.Lesion, finding, FindingState.Present),
        { Finding: { Length: > 0 } finding, State: "absent" } => new Supposition(answer.Lesion, finding, FindingState.Absent),
        _ => null,
    };

    private static AssessAnswer Of(string kind, AssessmentChart chart)
    {
        var assessment = chart.Assessment;
        return new AssessAnswer(
            kind,
            HeadSection.Sentence(assessment),
            assessment.Leading is { } leading ? EnumNames.NameOf(leading.Type) : null,
            assessment.Leading is { } standing ? EnumNames.NameOf(standing.Certainty) : null,
            assessment.RedFlags.Count == 0 ? null : EnumNames.NameOf(assessment.RedFlags.Max(flag => flag.Urgency)),
            HtmlReport.RenderPart(chart),
            [
                .. assessment.Issues.Select(issue => new EntryMark(issue.Path, EnumNames.NameOf(issue.Severity), issue.Message)),
                .. assessment.NotUnderstood.Select(entry => new EntryMark(entry.Path, "not-understood", $"\u201c{entry.Text}\u201d: {entry.Reason}")),
            ]);
    }

    private async Task<(AssessRequest? Request, IResult? Problem)> Read(HttpRequest request)
    {
        // A form of another site cannot send this type without asking first.
        if (!request.HasJsonContentType())
            return (null, Refuse(StatusCodes.Status415UnsupportedMediaType, "Send application/json."));
        if (request.ContentLength > options.MaxRequestBytes)
            return (null, TooLarge());
        try
        {
            var body = await ReadBody(request).ConfigureAwait(false);
            if (body is null)
                return (null, TooLarge());
            return JsonSerializer.Deserialize(body.AsSpan(), WorkbenchJson.Default.AssessRequest) is { } read
                ? (read, null)
                : (null, Refuse(StatusCodes.Status400BadRequest, "Send an object with text."));
        }
        catch (JsonException)
        {
            return (null, Refuse(StatusCodes.Status400BadRequest, "The request is no JSON of the expected form: {\"text\": \"...\", \"asOf\": \"2026-10-31\", \"suppose\": []}."));
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge() : Refuse(refused.StatusCode, "The request could not be read."));
        }
    }

    /// <summary>Null when the body is too large; a server without a limit of its own stops here as well.</summary>
    private async Task<byte[]?> ReadBody(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false) is > 0 and var count)
        {
            if (body.Length + count > options.MaxRequestBytes)
                return null;
            await body.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);
        }

        return body.ToArray();
    }

    private IResult TooLarge() => Refuse(StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"At most {options.MaxRequestBytes} bytes are read."));

    private static IResult Refuse(int status, string message) => Results.Text(message, "text/plain", Encoding.UTF8, status);
}
