using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Calcinosis.Rules.CdsHooks.Discovery;

namespace Calcinosis.Rules.CdsHooks.Tests.Contract;

public sealed partial class Discovery_tells_what_the_services_need : IAsyncLifetime
{
    private CdsHost _host = null!;
    private JsonElement _services;

    public async Task InitializeAsync()
    {
        _host = await CdsHost.StartOpenAsync();
        var response = await _host.Client.GetAsync("/cds-services");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        _services = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("services");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Each_service_has_an_entry_for_each_of_its_hooks() =>
        _services.EnumerateArray().Select(service => $"{service.GetProperty("id").GetString()} {service.GetProperty("hook").GetString()}").Should().Equal(
            "calcinosis-cutis-type problem-list-item-create", "calcinosis-cutis-type patient-view", "calcinosis-cutis-orders order-sign", "calcinosis-cutis-orders order-select");

    [Theory]
    [InlineData("hook")]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("id")]
    [InlineData("usageRequirements")]
    [InlineData("version")]
    public void Each_entry_says_what_the_specification_asks_for(string field) =>
        _services.EnumerateArray().Should().OnlyContain(service => service.GetProperty(field).GetString()!.Length > 0);

    [Fact]
    public async Task Each_entry_leads_to_a_service_that_answers()
    {
        foreach (var id in _services.EnumerateArray().Select(service => service.GetProperty("id").GetString()!))
            (await _host.CallAsync(id, "{}")).StatusCode.Should().Be(HttpStatusCode.BadRequest, "the service is there and asks for a proper call");
    }

    /// <summary>Reads by id and searches by type; equality; one page size; newest first: "Prefetch query restrictions".</summary>
    [Fact]
    public void Every_prefetch_query_keeps_to_what_clients_must_support()
    {
        foreach (var query in Queries())
            QueryForm().IsMatch(query).Should().BeTrue(query);
    }

    [Fact]
    public void Every_prefetch_query_is_about_the_patient_of_the_context() =>
        Queries().Should().OnlyContain(query => query.Contains("{{context.patientId}}", StringComparison.Ordinal))
            .And.OnlyContain(query => Token().Count(query) == 1);

    [Fact]
    public void Laboratory_results_are_asked_for_by_the_codes_that_the_rules_know()
    {
        var query = PrefetchTemplates.All.Single(template => template.Key == "laboratory").Query;

        query.Should().Contain("17861-6").And.Contain("2777-1").And.Contain("2731-8");
        query.Length.Should().BeLessThan(2000, "some servers and proxies cut longer addresses");
    }

    private IEnumerable<string> Queries() =>
        _services.EnumerateArray().SelectMany(service => service.GetProperty("prefetch").EnumerateObject()).Select(property => property.Value.GetString()!);

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(/\{\{context\.patientId\}\}|\?patient=\{\{context\.patientId\}\}(&(code|category)=[A-Za-z0-9,-]+)?(&_sort=-date)?(&_count=\d+)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QueryForm();

    [GeneratedRegex(@"\{\{[^}]*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
