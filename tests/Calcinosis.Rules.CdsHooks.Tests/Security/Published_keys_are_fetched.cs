using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace Calcinosis.Rules.CdsHooks.Tests.Security;

public sealed class Published_keys_are_fetched : IDisposable
{
    private static readonly Uri KeySetAddress = new("https://ehr.example.org/jwks.json");
    private readonly ClientIdentity _client = new();
    private readonly KeyServer _keys = new();

    public void Dispose()
    {
        _client.Dispose();
        _keys.Dispose();
    }

    [Fact]
    public async Task Keys_come_from_the_agreed_address_and_are_kept()
    {
        await using var host = await StartAsync();
        _keys.Text = _client.KeySet;

        (await CallAsync(host, _client.Token(host.Clock, header: head => head["jku"] = KeySetAddress.AbsoluteUri))).Should().Be(HttpStatusCode.OK);
        (await CallAsync(host, _client.Token(host.Clock))).Should().Be(HttpStatusCode.OK);

        _keys.Asked.Should().Equal(KeySetAddress.AbsoluteUri);
    }

    [Fact]
    public async Task No_other_address_is_ever_asked()
    {
        await using var host = await StartAsync();
        _keys.Text = _client.KeySet;

        (await CallAsync(host, _client.Token(host.Clock, header: head => head["jku"] = "http://169.254.169.254/latest"))).Should().Be(HttpStatusCode.Unauthorized);

        _keys.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_key_is_found_at_once_and_unknown_keys_cannot_make_us_ask_again_and_again()
    {
        await using var host = await StartAsync();
        using var next = new ClientIdentity();
        _keys.Text = _client.KeySet.Replace(ClientIdentity.KeyId, "old", StringComparison.Ordinal);
        (await CallAsync(host, _client.Token(host.Clock, header: head => head["kid"] = "old"))).Should().Be(HttpStatusCode.OK);

        _keys.Text = next.KeySet;
        (await CallAsync(host, next.Token(host.Clock))).Should().Be(HttpStatusCode.Unauthorized, "the set was fetched less than a minute ago");
        host.Clock.Now = host.Clock.Now.AddMinutes(1);
        (await CallAsync(host, next.Token(host.Clock))).Should().Be(HttpStatusCode.OK);

        _keys.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_are_our_trouble_and_not_the_callers()
    {
        await using var host = await StartAsync();
        _keys.Text = null;

        (await CallAsync(host, _client.Token(host.Clock))).Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("<html></html>")]
    public async Task A_key_set_that_is_none_lets_nobody_in(string text)
    {
        await using var host = await StartAsync();
        _keys.Text = text;

        (await CallAsync(host, _client.Token(host.Clock))).Should().BeOneOf(HttpStatusCode.ServiceUnavailable, HttpStatusCode.Unauthorized);
    }

    private Task<CdsHost> StartAsync() => CdsHost.StartAsync(
        options =>
        {
            options.PublicBaseUrl = new Uri(CdsHost.PublicUrl);
            options.TrustedClients.Add(new TrustedCdsClient { Issuer = ClientIdentity.Issuer, JwksUri = KeySetAddress });
        },
        services => services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new KeyServer.Door(_keys))));

    private static async Task<HttpStatusCode> CallAsync(CdsHost host, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cds-services/{Calls.OrderService}") { Content = CdsHost.Json(Calls.HarmlessOrder().ToJsonString()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await host.Client.SendAsync(request)).StatusCode;
    }

    /// <summary>Answers in place of the network.</summary>
    private sealed class KeyServer : IDisposable
    {
        public string? Text { get; set; }

        public List<string> Asked { get; } = [];

        public void Dispose()
        {
        }

        public sealed class Door(KeyServer server) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                server.Asked.Add(request.RequestUri!.AbsoluteUri);
                return Task.FromResult(server.Text is { } text
                    ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) }
                    : new HttpResponseMessage(HttpStatusCode.BadGateway));
            }
        }
    }
}
