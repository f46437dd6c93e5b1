using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Workbench.Tests.Support;

namespace Calcinosis.Rules.Workbench.Tests;

public sealed partial class The_server_keeps_nothing(WorkbenchHost host) : IClassFixture<WorkbenchHost>
{
    private static readonly string[] Files = ["report.css", "workbench.css", "workbench.js", "api.js", "combobox.js", "fields.js", "findings.js", "form.js", "quick-add.js", "report.js", "vocabulary.js", "icon.svg"];

    [Fact]
    public async Task Every_answer_forbids_keeping_it_and_loading_from_elsewhere()
    {
        foreach (var path in (string[])["/", .. Files.Select(file => "/workbench/" + file), "/workbench/api/vocabulary", "/workbench/api/samples"])
        {
            using var answer = await host.Client.GetAsync(path);

            answer.StatusCode.Should().Be(HttpStatusCode.OK, path);
            Private(answer);
        }

        using var assessment = await Ask(new { text = Samples.Text("scrotal-nodules") });
        Private(assessment);
        using var missing = await host.Client.GetAsync("/workbench/nothing.js");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
        Private(missing);
    }

    [Theory]
    [InlineData("/workbench/..%2Findex.html")]
    [InlineData("/workbench/..%5C..%5Cpasswd")]
    [InlineData("/workbench/%2Fetc%2Fpasswd")]
    public async Task No_path_leads_out_of_the_page(string path)
    {
        using var answer = await host.Client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_word_of_a_patient_reaches_a_log_even_when_everything_is_logged()
    {
        const string secret = "Qzxwv-Secret-Name";
        foreach (var text in (string[])[$$"""{"id":"{{secret}}","conditions":[{"text":"{{secret}}"}],"lesions":[{"sites":["{{secret}}"]}]}""", $"{secret} is no JSON"])
        {
            using var answer = await Ask(new { text });
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).Should().Contain(text.StartsWith('{') ? secret : "JSON");
        }

        using var broken = await host.Client.PostAsync("/workbench/api/assess", new StringContent($"{{\"text\": {secret}", Encoding.UTF8, "application/json"));
        broken.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        host.Logged.Should().NotBeEmpty().And.NotContain(secret);
    }

    [Fact]
    public async Task A_document_that_is_no_JSON_is_answered_with_what_is_wrong_and_where()
    {
        using var answer = await Ask(new { text = """{ "labs": [ { "analyte": "calcium-total", "value": -9.1, "unit": "mg/dL" } ] }""" });
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        read.RootElement.GetProperty("headline").GetString().Should().Be("Not assessed: the findings document has an error. Correct it and ask again.");
        read.RootElement.GetProperty("marks")[0].GetProperty("path").GetString().Should().Be("/labs/0/value");
        read.RootElement.GetProperty("html").GetString().Should().Contain("Errors in the document");
    }

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "text=1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "[1,2]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"text\":5}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"suppose\":[null,{},{\"finding\":\"no.such\",\"state\":\"present\"},{\"finding\":\"lab.phosphate.high\",\"state\":\"maybe\"}]}", HttpStatusCode.OK)]
    public async Task What_cannot_be_read_is_refused_and_never_breaks(string type, string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        using var answer = await host.Client.PostAsync("/workbench/api/assess", content);

        answer.StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task A_request_above_the_limit_is_refused_with_or_without_a_stated_length()
    {
        var small = new WorkbenchHost { Configure = options => options.MaxRequestBytes = 1000 };
        await small.InitializeAsync();
        try
        {
            var body = JsonSerializer.Serialize(new { text = new string('x', 2000) });
            foreach (var chunked in (bool[])[false, true])
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/workbench/api/assess") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.TransferEncodingChunked = chunked;
                // The client waits for the answer before it sends the body: a server that refuses hangs up on one who is still sending.
                request.Headers.ExpectContinue = true;
                using var answer = await small.Client.SendAsync(request);
                answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
            }

            // It is the request that is refused, not the server that is gone.
            using var next = await small.Client.PostAsync("/workbench/api/assess", new StringContent("""{"text":""}""", Encoding.UTF8, "application/json"));
            next.StatusCode.Should().Be(HttpStatusCode.OK);
        }
        finally
        {
            await small.DisposeAsync();
        }
    }

    [Fact]
    public async Task Another_kind_of_document_goes_through_the_reader_that_the_host_gave()
    {
        var other = new WorkbenchHost
        {
            Configure = options => options.ReadOther = text => Encoding.UTF8.GetString(text.Span).Contains("resourceType", StringComparison.Ordinal)
                ? new OtherDocument("FHIR Bundle", new FindingsDocument { Lesions = [new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"] }] }, [], [new NotUnderstood("Observation/1", "unit", "furlong", "the unit is not known")])
                : null,
        };
        await other.InitializeAsync();
        try
        {
            using var bundle = await other.Client.PostAsJsonAsync("/workbench/api/assess", new { text = """{"resourceType":"Bundle"}""" });
            using var read = JsonDocument.Parse(await bundle.Content.ReadAsStringAsync());
            read.RootElement.GetProperty("kind").GetString().Should().Be("FHIR Bundle");
            read.RootElement.GetProperty("html").GetString().Should().Contain("furlong").And.Contain("Lesion L1");
            using var findings = await other.Client.PostAsJsonAsync("/workbench/api/assess", new { text = Samples.Text("scrotal-nodules") });
            (await findings.Content.ReadAsStringAsync()).Should().Contain("\"kind\":\"findings\"");
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_what_if_is_answered_and_marked_as_not_recorded()
    {
        using var answer = await Ask(new { text = Samples.Text("scrotal-nodules"), suppose = new[] { new { lesion = "L1", finding = "histology.ghost-adipocytes", state = "present" } } });

        (await answer.Content.ReadAsStringAsync()).Should().Contain("What if: this is not the record").And.Contain("what if, not recorded");
    }

    [Fact]
    public async Task The_page_names_no_other_host_holds_no_inline_script_and_uses_no_storage()
    {
        var page = await host.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        page.Should().NotMatchRegex("<script(?![^>]*src=)").And.NotContain("<style").And.NotMatchRegex(" on[a-z]+=").And.NotContain("://");
        foreach (var file in Files.Where(file => !file.EndsWith(".svg", StringComparison.Ordinal)))
        {
            var text = await host.Client.GetStringAsync(new Uri("/workbench/" + file, UriKind.Relative));
            Forbidden().Matches(text).Select(match => match.Value).Should().BeEmpty(file);
        }
    }

    [GeneratedRegex(@"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|https?://|sendBeacon|pushState|replaceState", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Forbidden();

    private static void Private(HttpResponseMessage answer)
    {
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.NotContain("unsafe");
        answer.Headers.GetValues("Referrer-Policy").Single().Should().Be("no-referrer");
        answer.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
    }

    private Task<HttpResponseMessage> Ask<T>(T question) => host.Client.PostAsJsonAsync("/workbench/api/assess", question);
}
