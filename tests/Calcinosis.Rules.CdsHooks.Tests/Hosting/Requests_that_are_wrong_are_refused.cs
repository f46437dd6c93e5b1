using System.Net;
using System.Text.Json.Nodes;

namespace Calcinosis.Rules.CdsHooks.Tests.Hosting;

/// <summary>What the specification requires of a call, and what happens when it is not so.</summary>
public sealed class Requests_that_are_wrong_are_refused : IAsyncLifetime
{
    private CdsHost _host = null!;

    public async Task InitializeAsync() => _host = await CdsHost.StartOpenAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("hook")]
    [InlineData("hookInstance")]
    [InlineData("context")]
    [InlineData("context.userId")]
    [InlineData("context.patientId")]
    [InlineData("context.selections")]
    [InlineData("context.draftOrders")]
    public async Task A_field_that_is_required_is_missed_by_name(string path) =>
        (await ProblemsAsync(Calls.HarmlessOrder().Without(path))).Should().Contain($"required {path}");

    [Theory]
    [InlineData("hook", "patient-view")]
    [InlineData("hook", "")]
    [InlineData("hookInstance", "not-a-uuid")]
    [InlineData("hookInstance", 7)]
    [InlineData("context", "text")]
    [InlineData("context.patientId", 1288992)]
    [InlineData("context.patientId", "")]
    [InlineData("context.patientId", "../Practitioner/1")]
    [InlineData("context.patientId", "1?_include=*")]
    [InlineData("context.patientId", "..")]
    [InlineData("context.encounterId", "a b")]
    [InlineData("context.draftOrders", "text")]
    [InlineData("context.selections", "MedicationRequest/1")]
    [InlineData("fhirServer", "ehr.example.org")]
    [InlineData("fhirServer", "file:///etc/passwd")]
    [InlineData("prefetch", "text")]
    public async Task A_field_of_the_wrong_form_is_named(string path, object value) =>
        (await ProblemsAsync(Calls.HarmlessOrder().With(path, JsonValue.Create(value)))).Should().Contain($"value {path}");

    [Fact]
    public async Task Everything_wrong_is_said_at_once() =>
        (await ProblemsAsync(Calls.HarmlessOrder().Without("hookInstance").Without("context.userId").With("context.patientId", "a/b").With("fhirServer", "x")))
            .Should().BeEquivalentTo("required hookInstance", "value fhirServer", "required context.userId", "value context.patientId");

    [Fact] // cds-r-1
    public async Task Leave_to_read_needs_the_server_for_which_it_holds() =>
        (await ProblemsAsync(Calls.HarmlessOrder().With("fhirAuthorization", Authorization()))).Should().Equal("required fhirServer");

    [Fact] // cds-r-2 is a warning: the call is served
    public async Task A_patient_scope_without_its_patient_is_served() =>
        (await CallAsync(Calls.HarmlessOrder().With("fhirServer", "https://ehr.example.org/fhir").With("fhirAuthorization", Authorization().With("scope", "patient/Observation.read")))).StatusCode.Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("access_token")]
    [InlineData("token_type")]
    [InlineData("expires_in")]
    [InlineData("scope")]
    [InlineData("subject")]
    public async Task Leave_to_read_must_be_complete(string name) =>
        (await ProblemsAsync(Calls.HarmlessOrder().With("fhirServer", "https://ehr.example.org/fhir").With("fhirAuthorization", Authorization().Without(name)))).Should().Equal($"required fhirAuthorization.{name}");

    [Theory]
    [InlineData("access_token", "two\r\nlines")]
    [InlineData("token_type", "MAC")]
    [InlineData("expires_in", "soon")]
    [InlineData("patient", "another")]
    public async Task Leave_to_read_must_be_as_specified(string name, string value) =>
        (await ProblemsAsync(Calls.HarmlessOrder().With("fhirServer", "https://ehr.example.org/fhir").With("fhirAuthorization", Authorization().With(name, value)))).Should().Equal($"value fhirAuthorization.{name}");

    [Fact]
    public async Task Fields_of_later_versions_and_extensions_are_passed_over() =>
        (await CallAsync(Calls.HarmlessOrder().With("extension", new JsonObject { ["com.example.timestamp"] = "2026-10-31T09:00:00Z" }).With("hookVersion", "1.0").With("context.extension", new JsonObject()))).StatusCode.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task A_null_counts_as_left_out() =>
        (await CallAsync(Calls.HarmlessOrder().With("fhirServer", null).With("fhirAuthorization", null).With("prefetch", null).With("context.encounterId", null))).StatusCode.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task The_new_problems_must_come_along_when_problems_are_added() =>
        (await (await _host.CallAsync(Calls.TypeService, Calls.PatientView().With("hook", "problem-list-item-create").ToJsonString())).ProblemsAsync(HttpStatusCode.BadRequest)).Should().Equal("required context.conditions");

    [Fact]
    public async Task An_unknown_service_is_not_found()
    {
        (await (await _host.CallAsync("no-such-service", "{}")).ProblemsAsync(HttpStatusCode.NotFound)).Should().Equal("not-found");
        (await (await _host.CallAsync("no-such-service/feedback", "{}")).ProblemsAsync(HttpStatusCode.NotFound)).Should().Equal("not-found");
    }

    [Theory]
    [InlineData("GET", "/cds-services/calcinosis-cutis-type")]
    [InlineData("POST", "/cds-services")]
    [InlineData("PUT", "/cds-services/calcinosis-cutis-type")]
    [InlineData("DELETE", "/cds-services/calcinosis-cutis-type/feedback")]
    public async Task Another_method_is_not_allowed(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        (await _host.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    private static JsonObject Authorization() => new()
    {
        ["access_token"] = "opaque-token",
        ["token_type"] = "Bearer",
        ["expires_in"] = 300,
        ["scope"] = "user/Patient.read user/Observation.read",
        ["subject"] = "cds-service4",
    };

    private Task<HttpResponseMessage> CallAsync(JsonObject body) => _host.CallAsync(Calls.OrderService, body.ToJsonString());

    private async Task<IReadOnlyList<string>> ProblemsAsync(JsonObject body) => await (await CallAsync(body)).ProblemsAsync(HttpStatusCode.BadRequest);
}
