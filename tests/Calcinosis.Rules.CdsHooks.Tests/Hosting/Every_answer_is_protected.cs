using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Tests.Hosting;

public sealed class Every_answer_is_protected
{
    [Theory]
    [InlineData("GET", "/cds-services")]
    [InlineData("POST", "/cds-services/calcinosis-cutis-type")]
    [InlineData("POST", "/cds-services/no-such-service")]
    [InlineData("POST", "/cds-services/calcinosis-cutis-type/feedback")]
    public async Task No_answer_is_cached_framed_or_guessed_at(string method, string path)
    {
        await using var host = await CdsHost.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var response = await host.Client.SendAsync(request);

        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        response.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; frame-ancestors 'none'");
        response.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
    }

    [Fact]
    public async Task No_browser_origin_is_trusted_by_default()
    {
        await using var host = await CdsHost.StartOpenAsync();

        var response = await PreflightAsync(host, "/cds-services/calcinosis-cutis-type", "https://ehr.example.org");

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Theory]
    [InlineData("/cds-services")]
    [InlineData("/cds-services/calcinosis-cutis-type")]
    [InlineData("/cds-services/calcinosis-cutis-type/feedback")]
    public async Task A_listed_origin_may_call_and_ask_before_with_no_token(string path)
    {
        await using var host = await CdsHost.StartAsync(options => options.AllowedOrigins.Add("https://ehr.example.org"));

        var allowed = await PreflightAsync(host, path, "https://ehr.example.org");
        var other = await PreflightAsync(host, path, "https://attacker.example.org");

        allowed.StatusCode.Should().Be(HttpStatusCode.NoContent);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("https://ehr.example.org");
        allowed.Headers.GetValues("Access-Control-Allow-Headers").Should().ContainSingle().Which.Should().Contain("Authorization");
        allowed.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
        other.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Fact]
    public async Task More_calls_in_a_minute_than_allowed_are_told_to_wait()
    {
        await using var host = await CdsHost.StartOpenAsync(options => options.Requests.PerMinute = 3);
        var body = Calls.HarmlessOrder().ToJsonString();
        for (var call = 0; call < 3; call++)
            (await host.CallAsync(Calls.OrderService, body)).StatusCode.Should().Be(HttpStatusCode.OK);

        var refused = await host.CallAsync(Calls.OrderService, body);

        (await refused.ProblemsAsync(HttpStatusCode.TooManyRequests)).Should().Equal("throttled");
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    [Fact]
    public async Task More_calls_at_once_than_allowed_are_sent_away()
    {
        using var gate = new SemaphoreSlim(0);
        await using var host = await CdsHost.StartOpenAsync(options => options.Requests.MaxConcurrent = 1, services => services.AddSingleton<IFeedbackStore>(new SlowStore(gate)));
        const string report = """{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"2026-10-31T09:00:00Z"}]}""";

        var first = host.CallAsync($"{Calls.TypeService}/feedback", report);
        await gate.WaitAsync();
        var second = await host.CallAsync($"{Calls.TypeService}/feedback", report);
        (await second.ProblemsAsync(HttpStatusCode.ServiceUnavailable)).Should().Equal("throttled");

        SlowStore.Release();
        (await first).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Health_says_alive_and_ready_and_nothing_else()
    {
        await using var host = await CdsHost.StartAsync();

        (await host.Client.GetStringAsync("/health/live")).Should().Be("Healthy");
        (await host.Client.GetStringAsync("/health/ready")).Should().Be("Healthy");
    }

    [Fact]
    public async Task Without_its_store_the_service_is_alive_and_not_ready()
    {
        await using var host = await CdsHost.StartAsync(options => options.Feedback.DatabasePath = "/no/such/folder/feedback.db");

        (await host.Client.GetStringAsync("/health/live")).Should().Be("Healthy");
        var ready = await host.Client.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should().Be("Unhealthy");
    }

    [Fact]
    public async Task A_store_that_fails_is_our_fault_and_tells_nothing()
    {
        await using var host = await CdsHost.StartOpenAsync(services: services => services.AddSingleton<IFeedbackStore>(new BrokenStore()));

        var response = await host.CallAsync($"{Calls.TypeService}/feedback", """{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"2026-10-31T09:00:00Z"}]}""");

        (await response.ProblemsAsync(HttpStatusCode.InternalServerError)).Should().Equal("exception");
        host.Log.Text.Should().Contain("A call failed with System.InvalidOperationException").And.NotContain("a secret");
    }

    [Fact]
    public async Task Settings_that_cannot_work_stop_the_start_with_every_reason()
    {
        var start = () => CdsHost.StartAsync(options =>
        {
            options.PublicBaseUrl = new Uri("http://cds.example.org");
            options.TrustedClients.Add(new TrustedCdsClient());
            options.TrustedClients.Add(new TrustedCdsClient { Issuer = "a", JsonWebKeySet = "{}" });
            options.TrustedClients.Add(new TrustedCdsClient { Issuer = "a", JwksUri = new Uri("http://ehr.example.org/jwks") });
            options.Tokens.Algorithms.Add("none");
            options.Tokens.Algorithms.Add("HS256");
            options.AllowedOrigins.Add("https://ehr.example.org/path");
            options.FhirServers.Add(new AllowedFhirServer());
            options.FhirServers.Add(new AllowedFhirServer { BaseUrl = new Uri("https://ehr.example.org/fhir?x=1") });
            options.Requests.MaxBodyBytes = 0;
            options.Tokens.ClockSkew = TimeSpan.FromSeconds(-1);
        });

        var failures = (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures;
        failures.Should().HaveCount(13, string.Join('\n', failures));
        failures.Should().Contain(failure => failure.Contains("'none'")).And.Contain(failure => failure.Contains("'HS256'")).And.Contain(failure => failure.Contains("TrustedClients[0].Issuer"));
    }

    private static Task<HttpResponseMessage> PreflightAsync(CdsHost host, string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return host.Client.SendAsync(request);
    }

    private sealed class SlowStore(SemaphoreSlim entered) : IFeedbackStore
    {
        private static readonly TaskCompletionSource Done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static void Release() => Done.TrySetResult();

        public async Task<int> SaveAsync(IReadOnlyList<FeedbackEntry> entries, CancellationToken cancellationToken)
        {
            entered.Release();
            await Done.Task;
            return entries.Count;
        }

        public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class BrokenStore : IFeedbackStore
    {
        public Task<int> SaveAsync(IReadOnlyList<FeedbackEntry> entries, CancellationToken cancellationToken) => throw new InvalidOperationException("a secret");

        public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
