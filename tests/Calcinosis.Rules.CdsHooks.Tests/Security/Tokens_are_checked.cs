using System.Net;
using System.Net.Http.Headers;

namespace Calcinosis.Rules.CdsHooks.Tests.Security;

public sealed class Tokens_are_checked : IAsyncLifetime
{
    private readonly ClientIdentity _client = new();
    private CdsHost _host = null!;

    public async Task InitializeAsync() => _host = await CdsHost.StartAsync(Trusting(_client));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _client.Dispose();
    }

    [Fact]
    public async Task A_call_with_a_good_token_is_served() =>
        (await (await CallAsync(_client.Token(_host.Clock))).CardsAsync()).Should().BeEmpty();

    [Theory]
    [InlineData("RS384")]
    [InlineData("PS256")]
    public async Task Rsa_signatures_are_accepted_as_well(string algorithm) =>
        (await CallAsync(_client.Token(_host.Clock, header: head => (head["alg"], head["kid"]) = (algorithm, "key-rsa")))).StatusCode.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task The_audience_may_be_a_list() =>
        (await CallAsync(_client.Token(_host.Clock, claims: claims => claims["aud"] = new[] { "https://other.example.org", (string)claims["aud"] }))).StatusCode.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task A_call_without_a_token_is_refused()
    {
        var response = await CallAsync(null);

        (await response.ProblemsAsync(HttpStatusCode.Unauthorized)).Should().Equal("login");
        response.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not-a-token")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer e30.e30.e30.e30.e30")]
    public async Task What_is_no_token_is_refused(string authorization)
    {
        using var request = Call();
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        (await _host.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_as_long_as_a_book_is_refused() =>
        (await CallAsync(_client.Token(_host.Clock, claims: claims => claims["padding"] = new string('x', 20_000)))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("alg", "none", "algorithm")]
    [InlineData("alg", "HS256", "algorithm")]
    [InlineData("alg", "ES999", "algorithm")]
    [InlineData("alg", "ES256", "signature")]
    [InlineData("alg", "RS384", "signature")]
    [InlineData("typ", "at+jwt", "header")]
    [InlineData("typ", "", "header")]
    [InlineData("crit", "exp", "header")]
    [InlineData("kid", "another", "key")]
    [InlineData("kid", "", "key")]
    [InlineData("jku", "https://attacker.example.org/jwks.json", "jku")]
    public async Task A_header_that_is_not_as_agreed_is_refused(string name, string value, string reason) =>
        await RefusedAsync(_client.Token(_host.Clock, header: head => head[name] = value), reason);

    [Fact]
    public async Task An_unsigned_token_is_refused_in_every_spelling()
    {
        foreach (var spelling in new[] { "none", "None", "NONE", "nOnE" })
            await RefusedAsync(_client.Token(_host.Clock, header: head => head["alg"] = spelling), "algorithm");
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_counts_for_nothing()
    {
        using var stranger = new ClientIdentity();
        var keys = System.Text.Json.JsonDocument.Parse(stranger.KeySet).RootElement.GetProperty("keys");

        await RefusedAsync(stranger.Token(_host.Clock, header: head => head["jwk"] = keys[0]), "signature");
    }

    [Theory]
    [InlineData("iss", "https://another.example.org", "issuer")]
    [InlineData("iss", "https://EHR.example.org", "issuer")]
    [InlineData("aud", "https://cds.example.org/cds-services", "audience")]
    [InlineData("aud", "https://cds.example.org/cds-services/calcinosis-cutis-type", "audience")]
    [InlineData("aud", "https://attacker.example.org/cds-services/calcinosis-cutis-orders", "audience")]
    [InlineData("jti", "", "jti")]
    public async Task A_claim_that_does_not_fit_is_refused(string name, string value, string reason) =>
        await RefusedAsync(_client.Token(_host.Clock, claims: claims => claims[name] = value), reason);

    [Theory]
    [InlineData("iss", "issuer")]
    [InlineData("aud", "audience")]
    [InlineData("exp", "lifetime")]
    [InlineData("iat", "lifetime")]
    [InlineData("jti", "jti")]
    public async Task A_claim_that_is_missing_is_refused(string name, string reason) =>
        await RefusedAsync(_client.Token(_host.Clock, claims: claims => claims.Remove(name)), reason);

    [Theory]
    [InlineData("exp", "soon")]
    [InlineData("iat", "now")]
    [InlineData("exp", 1e300)]
    public async Task A_time_that_is_none_is_refused(string name, object value) =>
        (await CallAsync(_client.Token(_host.Clock, claims: claims => claims[name] = value))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

    /// <summary>Seconds from now for exp and iat; the clocks may differ by 30 seconds, and a token lives an hour at most.</summary>
    [Theory]
    [InlineData(-29, -300, true)]
    [InlineData(-30, -300, false)]
    [InlineData(-31, -300, false)]
    [InlineData(300, 30, true)]
    [InlineData(300, 31, false)]
    [InlineData(3600, 0, true)]
    [InlineData(3601, 0, false)]
    public async Task A_token_lives_as_long_as_it_says_and_no_longer_than_an_hour(int expires, int issued, bool served)
    {
        var now = _host.Clock.Now.ToUnixTimeSeconds();

        var response = await CallAsync(_client.Token(_host.Clock, claims: claims => (claims["exp"], claims["iat"]) = (now + expires, now + issued)));

        response.StatusCode.Should().Be(served ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_starts_later_is_refused_until_then()
    {
        var later = _host.Clock.Now.AddMinutes(2).ToUnixTimeSeconds();

        await RefusedAsync(_client.Token(_host.Clock, claims: claims => claims["nbf"] = later), "lifetime");
    }

    [Fact]
    public async Task A_changed_token_is_refused()
    {
        var parts = _client.Token(_host.Clock).Split('.');
        var other = _client.Token(_host.Clock, claims: claims => claims["tenant"] = "other").Split('.');

        await RefusedAsync($"{parts[0]}.{other[1]}.{parts[2]}", "signature");
    }

    [Fact]
    public async Task A_token_is_good_for_one_call()
    {
        var token = _client.Token(_host.Clock);

        (await CallAsync(token)).StatusCode.Should().Be(HttpStatusCode.OK);
        await RefusedAsync(token, "replay");
    }

    [Fact]
    public async Task Of_many_calls_with_one_token_at_once_one_is_served()
    {
        var token = _client.Token(_host.Clock);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => CallAsync(token))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).Should().Be(1);
    }

    [Fact]
    public async Task A_forged_token_does_not_use_up_the_id_of_a_good_one()
    {
        using var stranger = new ClientIdentity();
        var id = Guid.NewGuid().ToString();

        await RefusedAsync(stranger.Token(_host.Clock, claims: claims => claims["jti"] = id), "signature");
        (await CallAsync(_client.Token(_host.Clock, claims: claims => claims["jti"] = id))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_address_is_taken_from_the_settings_and_not_from_the_host_header()
    {
        using var request = Call();
        request.Headers.Host = "attacker.example.org";
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _client.Token(_host.Clock, claims: claims => claims["aud"] = "https://attacker.example.org/cds-services/calcinosis-cutis-orders"));

        (await _host.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Discovery_is_open_unless_it_is_protected()
    {
        (await _host.Client.GetAsync("/cds-services")).StatusCode.Should().Be(HttpStatusCode.OK);

        await using var closed = await CdsHost.StartAsync(options =>
        {
            Trusting(_client)(options);
            options.Tokens.ProtectDiscovery = true;
        });
        (await closed.Client.GetAsync("/cds-services")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        closed.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _client.Token(closed.Clock, claims: claims => claims["aud"] = $"{CdsHost.PublicUrl}/cds-services"));
        (await closed.Client.GetAsync("/cds-services")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_agreed_algorithms_and_tenants_are_accepted_where_they_are_listed()
    {
        await using var host = await CdsHost.StartAsync(options =>
        {
            Trusting(_client)(options);
            options.Tokens.Algorithms.Add("ES384");
            options.TrustedClients[0].Tenants.Add("north");
        });

        async Task<HttpStatusCode> Status(string token)
        {
            using var request = Call();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return (await host.Client.SendAsync(request)).StatusCode;
        }

        (await Status(_client.Token(host.Clock, claims: claims => claims["tenant"] = "north"))).Should().Be(HttpStatusCode.OK);
        (await Status(_client.Token(host.Clock, claims: claims => claims["tenant"] = "south"))).Should().Be(HttpStatusCode.Unauthorized);
        (await Status(_client.Token(host.Clock))).Should().Be(HttpStatusCode.Unauthorized);
        (await Status(_client.Token(host.Clock, header: head => (head["alg"], head["kid"]) = ("RS384", "key-rsa"), claims: claims => claims["tenant"] = "north"))).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task With_no_trusted_client_every_call_is_refused_and_the_log_says_why()
    {
        await using var host = await CdsHost.StartAsync();
        using var request = Call();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _client.Token(host.Clock));

        (await host.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        host.Log.Text.Should().Contain("No CDS Hooks client is trusted");
    }

    internal static Action<CdsHooksOptions> Trusting(ClientIdentity client) => options =>
    {
        options.PublicBaseUrl = new Uri(CdsHost.PublicUrl);
        options.TrustedClients.Add(new TrustedCdsClient { Issuer = ClientIdentity.Issuer, JsonWebKeySet = client.KeySet });
    };

    private static HttpRequestMessage Call() => new(HttpMethod.Post, $"/cds-services/{Calls.OrderService}") { Content = CdsHost.Json(Calls.HarmlessOrder().ToJsonString()) };

    private async Task<HttpResponseMessage> CallAsync(string? token)
    {
        using var request = Call();
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _host.Client.SendAsync(request);
    }

    private async Task RefusedAsync(string token, string reason)
    {
        var response = await CallAsync(token);
        (await response.ProblemsAsync(HttpStatusCode.Unauthorized)).Should().Equal("security");
        response.Headers.WwwAuthenticate.ToString().Should().StartWith("Bearer error=\"invalid_token\"");
        _host.Log.Text.Should().Contain($"token {reason}");
    }
}
