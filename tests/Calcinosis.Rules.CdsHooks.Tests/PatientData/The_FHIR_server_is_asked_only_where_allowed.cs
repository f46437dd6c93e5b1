using System.Net;
using System.Text.Json.Nodes;
using Calcinosis.Rules.CdsHooks.PatientData;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Tests.PatientData;

public sealed class The_FHIR_server_is_asked_only_where_allowed : IAsyncLifetime
{
    private FhirServerStub _server = null!;

    public async Task InitializeAsync() => _server = await FhirServerStub.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_the_client_left_out_is_read_with_its_token_and_nothing_else_is()
    {
        await using var host = await HostAsync();
        var call = Call(_server.BaseUrl).With("prefetch", new JsonObject
        {
            ["conditions"] = null,
            ["procedures"] = JsonNode.Parse("""{"resourceType":"OperationOutcome","issue":[]}"""),
            ["reports"] = Calls.Bundle(),
        });

        (await host.CallAsync(Calls.TypeService, call.ToJsonString())).StatusCode.Should().Be(HttpStatusCode.OK);

        _server.Asked.Should().HaveCount(9).And.Contain($"/fhir/Patient/{Calls.PatientId}").And.OnlyContain(address => address.Contains(Calls.PatientId));
        _server.Asked.Should().NotContain(address => address.Contains("Condition") || address.Contains("Procedure") || address.Contains("DiagnosticReport"), "those were answered: nothing, failed, nothing");
        _server.Authorizations.Should().OnlyContain(value => value == "Bearer opaque-token");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked()
    {
        await using var host = await HostAsync();

        (await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).Without("fhirAuthorization").ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);

        _server.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_listed_is_not_asked()
    {
        await using var host = await CdsHost.StartOpenAsync();

        (await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);

        _server.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_listed_name_that_leads_into_the_own_network_is_not_asked()
    {
        await using var host = await HostAsync(mayBePrivate: false);

        (await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);

        _server.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://ehr.example.org/fhir", true)]
    [InlineData("https://ehr.example.org/fhir/", true)]
    [InlineData("https://EHR.example.org:443/fhir", true)]
    [InlineData("https://ehr.example.org/fhir/tenant-7", true)]
    [InlineData("http://ehr.example.org/fhir", false)]
    [InlineData("https://ehr.example.org:8443/fhir", false)]
    [InlineData("https://ehr.example.org/fhirs", false)]
    [InlineData("https://ehr.example.org/", false)]
    [InlineData("https://ehr.example.org/fhir/../admin", false)]
    [InlineData("https://ehr.example.org/fhir/%2e%2e/admin", false)]
    [InlineData("https://ehr.example.org/fhir/..%2fadmin", false)]
    [InlineData("https://ehr.example.org/fhir/..%5cadmin", false)]
    [InlineData("https://ehr.example.org.attacker.example/fhir", false)]
    [InlineData("https://attacker.example/fhir?https://ehr.example.org/fhir", false)]
    [InlineData("https://ehr.example.org@attacker.example/fhir", false)]
    [InlineData("https://user:pass@ehr.example.org/fhir", false)]
    [InlineData("https://ehr.example.org/fhir?x=1", false)]
    [InlineData("https://ehr.example.org/fhir#x", false)]
    [InlineData("https://127.0.0.1/fhir", false)]
    [InlineData("https://[::1]/fhir", false)]
    [InlineData("https://169.254.169.254/fhir", false)]
    public void An_address_is_accepted_only_below_a_listed_base(string address, bool accepted)
    {
        var options = new CdsHooksOptions();
        options.FhirServers.Add(new AllowedFhirServer { BaseUrl = new Uri("https://ehr.example.org/fhir") });

        (new FhirServerAllowList(Options.Create(options)).Accept(new Uri(address)) is not null).Should().Be(accepted);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    public void Public_is_what_no_registry_of_special_addresses_lists(string address, bool isPublic) =>
        AddressRules.IsPublic(IPAddress.Parse(address)).Should().Be(isPublic);

    [Fact]
    public async Task Pages_are_read_until_there_are_no_more()
    {
        await using var host = await HostAsync();
        _server.Answer = (context, query) => context.Response.WriteAsync(query.StartsWith("Condition", StringComparison.Ordinal)
            ? Page(query.Contains("page=3", StringComparison.Ordinal) ? null : $"{_server.BaseUrl}/Condition?page={(query.Contains("page=2", StringComparison.Ordinal) ? 3 : 2)}")
            : Calls.Bundle().ToJsonString());

        await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).ToJsonString());

        _server.Asked.Where(address => address.Contains("Condition")).Should().HaveCount(3);
    }

    [Fact]
    public async Task Pages_without_end_are_given_up_at_the_limit()
    {
        await using var host = await HostAsync();
        _server.Answer = (context, _) => context.Response.WriteAsync(Page($"{_server.BaseUrl}/Condition?page=again"));

        await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).With("prefetch", OnlyConditionsOpen()).ToJsonString());

        _server.Asked.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("https://attacker.example/fhir/Condition?page=2")]
    [InlineData("/admin")]
    [InlineData("//attacker.example/fhir/Condition")]
    [InlineData("file:///etc/passwd")]
    [InlineData("../admin")]
    public async Task A_page_elsewhere_is_not_followed(string next)
    {
        await using var host = await HostAsync();
        _server.Answer = (context, _) => context.Response.WriteAsync(Page(next));

        await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).With("prefetch", OnlyConditionsOpen()).ToJsonString());

        _server.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_page_that_the_client_left_behind_in_its_prefetch_is_fetched()
    {
        await using var host = await HostAsync();
        var prefetch = OnlyConditionsOpen();
        prefetch["conditions"] = JsonNode.Parse(Page($"{_server.BaseUrl}/Condition?page=2"));

        await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).With("prefetch", prefetch).ToJsonString());

        _server.Asked.Should().Equal("/fhir/Condition?page=2");
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var host = await HostAsync();
        _server.Answer = (context, _) =>
        {
            context.Response.Redirect($"{_server.BaseUrl}/elsewhere");
            return Task.CompletedTask;
        };

        (await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);

        _server.Asked.Should().NotContain("/fhir/elsewhere");
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(500, "{}")]
    [InlineData(200, "not json")]
    [InlineData(200, "")]
    [InlineData(200, "{\"resourceType\":\"Bundle\",")]
    [InlineData(200, "{\"resourceType\":\"OperationOutcome\"}")]
    public async Task What_the_server_answers_wrongly_counts_as_not_read(int status, string body)
    {
        await using var host = await HostAsync();
        _server.Answer = (context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };

        (await (await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).ToJsonString())).ProblemsAsync(HttpStatusCode.PreconditionFailed)).Should().HaveCount(12);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_not_waited_for()
    {
        await using var host = await HostAsync(configure: options => options.FhirAccess.Timeout = TimeSpan.FromMilliseconds(200));
        _server.Answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        (await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up_at_the_limit()
    {
        await using var host = await HostAsync(configure: options => options.FhirAccess.MaxBytes = 1_000_000);
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Answer = async (context, _) =>
        {
            context.RequestAborted.Register(() => hungUp.TrySetResult());
            var blanks = new byte[64 * 1024];
            Array.Fill(blanks, (byte)' ');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
                await Task.Delay(1, CancellationToken.None);
            }
        };

        (await host.CallAsync(Calls.TypeService, Call(_server.BaseUrl).ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);

        await hungUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task<CdsHost> HostAsync(bool mayBePrivate = true, Action<CdsHooksOptions>? configure = null) => CdsHost.StartOpenAsync(options =>
    {
        options.FhirServers.Add(new AllowedFhirServer { BaseUrl = _server.BaseUrl, AllowPrivateAddress = mayBePrivate });
        configure?.Invoke(options);
    });

    private static JsonObject Call(Uri server) => Calls.PatientView().With("fhirServer", server.AbsoluteUri).With("fhirAuthorization", new JsonObject
    {
        ["access_token"] = "opaque-token",
        ["token_type"] = "Bearer",
        ["expires_in"] = 300,
        ["scope"] = "user/*.read",
        ["subject"] = "cds-service4",
    });

    private static JsonObject OnlyConditionsOpen() => new(
        Discovery.PrefetchTemplates().Where(key => key != "conditions").Select(key => KeyValuePair.Create(key, (JsonNode?)null)));

    private static string Page(string? next)
    {
        var bundle = Calls.Bundle(new JsonObject { ["resourceType"] = "Condition", ["subject"] = new JsonObject { ["reference"] = $"Patient/{Calls.PatientId}" } });
        if (next is not null)
            bundle["link"] = new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = next });
        return bundle.ToJsonString();
    }

    private static class Discovery
    {
        public static IEnumerable<string> PrefetchTemplates() => Rules.CdsHooks.Discovery.PrefetchTemplates.All.Select(template => template.Key);
    }
}
