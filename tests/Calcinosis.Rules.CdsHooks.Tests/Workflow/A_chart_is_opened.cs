using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Calcinosis.Rules.CdsHooks.Tests.Contract;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.CdsHooks.Tests.Workflow;

/// <summary>From the client's call to the card, with nothing left out in between.</summary>
public sealed class A_chart_is_opened : IAsyncLifetime
{
    private CdsHost _host = null!;

    public async Task InitializeAsync() => _host = await CdsHost.StartOpenAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_patient_with_calciphylaxis_gets_one_urgent_card()
    {
        var card = (await CardsAsync(Calls.TypeService, Calls.PatientView().With("prefetch", FhirPatients.Calciphylaxis()))).Should().ContainSingle().Subject;

        card.GetProperty("indicator").GetString().Should().Be("critical");
        card.GetProperty("summary").GetString().Should().Be("Same day. Findings support calciphylaxis: uraemic, proximal - probable");
        Approved.Verify($"{card.GetProperty("summary").GetString()}\n\n{card.GetProperty("detail").GetString()}", "Calciphylaxis", "md");
    }

    [Fact]
    public async Task A_patient_without_a_deposit_gets_none() =>
        (await CardsAsync(Calls.TypeService, Calls.PatientView().With("prefetch", FhirPatients.Unconcerned()))).Should().BeEmpty();

    [Fact]
    public async Task The_same_call_gives_the_same_bytes()
    {
        var body = Calls.PatientView().With("prefetch", FhirPatients.Calciphylaxis()).ToJsonString();

        var first = await (await _host.CallAsync(Calls.TypeService, body)).Content.ReadAsByteArrayAsync();
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await (await _host.CallAsync(Calls.TypeService, body)).Content.ReadAsByteArrayAsync()));

        again.Should().OnlyContain(bytes => bytes.SequenceEqual(first));
    }

    [Fact]
    public async Task A_new_problem_on_the_list_is_heard_at_once()
    {
        var problem = FhirPatients.Condition("new", "http://hl7.org/fhir/sid/icd-10-cm", "L94.2", "Calcinosis cutis", "2026-10");
        problem["bodySite"] = new JsonArray(new JsonObject { ["text"] = "fingers" });
        var call = Calls.PatientView().With("hook", "problem-list-item-create").With("context.conditions", Calls.Bundle(problem)).With("prefetch", new JsonObject
        {
            ["conditions"] = Calls.Bundle(FhirPatients.Condition("c1", "http://hl7.org/fhir/sid/icd-10-cm", "M34.1", "CREST syndrome", "2012-03")),
        });

        var card = (await CardsAsync(Calls.TypeService, call)).Should().ContainSingle().Subject;

        card.GetProperty("summary").GetString().Should().StartWith("Findings support dystrophic calcinosis cutis: limited systemic sclerosis (CREST)");
        card.GetProperty("detail").GetString().Should().Contain("laboratory results: the record system did not send it");
    }

    [Theory]
    [InlineData("order-select")]
    [InlineData("order-sign")]
    public async Task Warfarin_for_a_patient_with_calciphylaxis_gets_a_second_look(string hook)
    {
        var call = Calls.Orders("MedicationRequest/1", Calls.Medication("1", "warfarin"), Calls.Medication("2", "paracetamol")).With("hook", hook).With("prefetch", FhirPatients.Calciphylaxis());

        (await CardsAsync(Calls.OrderService, call)).Should().ContainSingle().Which.GetProperty("summary").GetString().Should().Be("Vitamin K antagonist: findings support probable calciphylaxis");
    }

    [Fact]
    public async Task An_order_that_was_not_just_selected_gets_none()
    {
        var call = Calls.Orders("MedicationRequest/2", Calls.Medication("1", "warfarin"), Calls.Medication("2", "paracetamol")).With("prefetch", FhirPatients.Calciphylaxis());

        (await CardsAsync(Calls.OrderService, call)).Should().BeEmpty();
    }

    [Fact]
    public async Task Another_patients_data_take_no_part()
    {
        var prefetch = FhirPatients.Calciphylaxis();
        var call = Calls.PatientView().With("context.patientId", "somebody-else").With("prefetch", prefetch);

        (await CardsAsync(Calls.TypeService, call)).Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_about_the_patient_reaches_logs_metrics_or_traces()
    {
        var told = new List<string>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(told, instrument.Name, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(told, instrument.Name, value, tags));
        meters.Start();
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (told)
                    told.Add($"{activity.Source.Name} {activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', activity.Baggage)}");
            },
        };
        ActivitySource.AddActivityListener(traces);
        await using var server = await FhirServerStub.StartAsync();
        await using var host = await CdsHost.StartOpenAsync(options => options.FhirServers.Add(new AllowedFhirServer { BaseUrl = server.BaseUrl, AllowPrivateAddress = true }));
        var call = Calls.PatientView().With("prefetch", FhirPatients.Calciphylaxis().Without("conditions")).With("fhirServer", server.BaseUrl.AbsoluteUri).With("fhirAuthorization", new JsonObject
        {
            ["access_token"] = "opaque-token-of-the-client",
            ["token_type"] = "Bearer",
            ["expires_in"] = 300,
            ["scope"] = "user/*.read",
            ["subject"] = "cds",
        });

        await host.CallAsync(Calls.TypeService, call.ToJsonString());
        await host.CallAsync(Calls.TypeService, call.Without("hookInstance").ToJsonString());
        await host.CallAsync(Calls.TypeService, call.ToJsonString()[..400]);

        server.Asked.Should().Contain(address => address.Contains(Calls.PatientId), "the server was really asked");
        told.Should().Contain(line => line.StartsWith("Calcinosis.Rules.CdsHooks", StringComparison.Ordinal)).And.Contain(line => line.StartsWith("calcinosis.cds.cards", StringComparison.Ordinal));
        var everything = string.Join('\n', told.Where(line => !IsOfTheStub(line)).Append(host.Log.Text));
        foreach (var secret in FhirPatients.Secrets.Append("opaque-token-of-the-client"))
            everything.Should().NotContain(secret);
    }

    /// <summary>The other server runs in this process too; what it tells of its own calls is not ours.</summary>
    private static bool IsOfTheStub(string line) => line.StartsWith("Microsoft.AspNetCore ", StringComparison.Ordinal) && line.Contains("/fhir/", StringComparison.Ordinal);

    private static void Note<T>(List<string> told, string name, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = $"{name} {value}";
        foreach (var tag in tags)
            text += $" {tag.Key}={tag.Value}";
        lock (told)
            told.Add(text);
    }

    private async Task<IReadOnlyList<JsonElement>> CardsAsync(string service, JsonObject call)
    {
        var response = await _host.CallAsync(service, call.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, text);
        CardContract.Breaches(JsonDocument.Parse(text).RootElement).Should().BeEmpty();
        return await response.CardsAsync();
    }
}
