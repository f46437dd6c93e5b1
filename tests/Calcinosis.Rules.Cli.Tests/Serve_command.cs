using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Calcinosis.Rules.Cli.Serving;

namespace Calcinosis.Rules.Cli.Tests;

public sealed partial class Serve_command : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("serve --url ehr.example.org", "no address to listen on")]
    [InlineData("serve --url http://127.0.0.1:5080/path", "no address to listen on")]
    [InlineData("serve --port 80", "'--port'")]
    [InlineData("serve --development --url http://0.0.0.0:5080", "serves without tokens")]
    [InlineData("serve --development --url http://ehr.example.org:5080", "serves without tokens")]
    [InlineData("serve --settings no-such-file.json", "there is no such settings file")]
    public void What_cannot_be_served_is_status_2(string arguments, string message)
    {
        _tool.Run(arguments.Split(' ')).Should().Be(2);

        _tool.Error.Should().Contain(message);
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("""{ "CdsHooks": { "PublicBaseUlr": "https://cds.example.org" } }""", "PublicBaseUlr")]
    [InlineData("""{ "CdsHooks": { "Requests": { "MaxBodyBytes": "many" } } }""", "MaxBodyBytes")]
    [InlineData("""{ "CdsHooks": { "Requests": { "MaxBodyBytes": 0 } } }""", "Requests.MaxBodyBytes must be above zero")]
    [InlineData("""{ "CdsHooks": { "TrustedClients": [ { "Issuer": "a" } ] } }""", "TrustedClients[0] needs either JwksUri or JsonWebKeySet")]
    public void Settings_that_cannot_work_are_status_2_and_named(string settings, string message)
    {
        _tool.Run("serve", "--url", "http://127.0.0.1:0", "--settings", _tool.File("settings.json", settings)).Should().Be(2);

        _tool.Error.Should().Contain(message).And.NotContain("   at ");
    }

    [Fact]
    public async Task The_page_and_the_service_are_there_until_it_is_told_to_stop()
    {
        await ServingAsync(new ServeOptions(new Uri("http://127.0.0.1:0"), null, Development: true), async client =>
        {
            (await client.GetStringAsync("/")).Should().Contain("<html");
            JsonDocument.Parse(await client.GetStringAsync("/cds-services")).RootElement.GetProperty("services").GetArrayLength().Should().Be(4);
            (await client.GetStringAsync("/health/live")).Should().Be("Healthy");
            (await client.PostAsync("/cds-services/calcinosis-cutis-type", new StringContent("{}", null, "application/json"))).StatusCode.Should().Be(HttpStatusCode.BadRequest, "in development no token is needed");
        });
    }

    [Fact]
    public async Task Without_settings_the_page_works_and_calls_are_refused()
    {
        await ServingAsync(new ServeOptions(new Uri("http://127.0.0.1:0"), null, Development: false), async client =>
        {
            (await client.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK);
            (await client.PostAsync("/cds-services/calcinosis-cutis-type", new StringContent("{}", null, "application/json"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        });
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_reach_it_under_a_name_of_its_own()
    {
        await ServingAsync(new ServeOptions(new Uri("http://127.0.0.1:0"), null, Development: true), async client =>
        {
            client.DefaultRequestHeaders.Host = "attacker.example.org";
            (await client.GetAsync("/cds-services")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        });
    }

    private static async Task ServingAsync(ServeOptions options, Func<HttpClient, Task> use)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        using var terminal = new Terminal(Stream.Null, output, TextWriter.Synchronized(said));
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var run = new ServeHost(terminal).RunAsync(options, stop.Token);
        try
        {
            while (!run.IsCompleted && !Address().IsMatch(said.ToString()))
                await Task.Delay(20);
            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(said.ToString()).Value) };
            await use(client);
        }
        finally
        {
            await stop.CancelAsync();
        }

        (await run).Should().Be(0);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
