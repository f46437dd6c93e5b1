using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.PatientData;

namespace Calcinosis.Rules.CdsHooks.Tests.PatientData;

public sealed class Missing_null_and_failed_are_three_things
{
    private static readonly PrefetchTemplate Search = PrefetchTemplates.All.Single(template => template.Key == "conditions");
    private static readonly PrefetchTemplate Read = PrefetchTemplates.All.Single(template => template.Key == "patient");

    private const string Failure = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"exception"}]}""";

    [Theory]
    [InlineData("null", "NothingThere")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":0}""", "NothingThere")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[]}""", "NothingThere")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Condition"}}]}""", "Provided")]
    [InlineData("""{"resourceType":"Condition"}""", "Provided")]
    [InlineData(Failure, "Failed")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":""" + Failure + "}]}", "Failed")]
    [InlineData("""{"resourceType":"Observation"}""", "Failed")]
    [InlineData("{}", "Failed")]
    [InlineData("[]", "Failed")]
    [InlineData("\"\"", "Failed")]
    [InlineData("0", "Failed")]
    [InlineData("""{"response":{"status":"200 OK"},"resource":{"resourceType":"Bundle"}}""", "Failed")]
    public void The_answer_to_a_search(string json, string state) => StateOf(json, Search).Should().Be(state);

    [Theory]
    [InlineData("null", "NothingThere")]
    [InlineData("""{"resourceType":"Patient","id":"1288992"}""", "Provided")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient"}}]}""", "Failed")]
    [InlineData(Failure, "Failed")]
    public void The_answer_to_a_read(string json, string state) => StateOf(json, Read).Should().Be(state);

    [Fact]
    public void A_key_that_is_not_there_was_not_answered() =>
        PrefetchAnswer.Of(default, default, Search).State.Should().Be(PrefetchState.NotProvided);

    [Fact]
    public void A_warning_among_the_entries_takes_nothing_away_and_an_error_does()
    {
        static string With(string severity) => $$$"""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Condition"}},{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"{{{severity}}}"}]}}]}""";

        Answer(With("warning"), Search).IsPartial.Should().BeFalse();
        Answer(With("error"), Search).IsPartial.Should().BeTrue();
    }

    [Fact]
    public async Task When_nothing_came_that_could_tell_of_a_deposit_the_precondition_failed()
    {
        await using var host = await CdsHost.StartOpenAsync();

        var response = await host.CallAsync(Calls.TypeService, Calls.PatientView().ToJsonString());

        (await response.ProblemsAsync(HttpStatusCode.PreconditionFailed)).Should().Contain(["processing prefetch.patient", "processing prefetch.conditions"]);
    }

    [Fact]
    public async Task When_only_failures_came_the_precondition_failed_too()
    {
        await using var host = await CdsHost.StartOpenAsync();
        var failures = new JsonObject(PrefetchTemplates.All.Select(template => KeyValuePair.Create(template.Key, JsonNode.Parse(Failure))));

        (await host.CallAsync(Calls.TypeService, Calls.PatientView().With("prefetch", failures).ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task When_age_and_drugs_came_alone_nobody_can_say_that_there_is_no_deposit()
    {
        await using var host = await CdsHost.StartOpenAsync();
        var prefetch = new JsonObject { ["patient"] = JsonNode.Parse("""{"resourceType":"Patient","id":"1288992"}"""), ["medicationRequests"] = null };

        (await host.CallAsync(Calls.TypeService, Calls.PatientView().With("prefetch", prefetch).ToJsonString())).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task When_everything_was_asked_and_there_is_nothing_there_is_no_card()
    {
        await using var host = await CdsHost.StartOpenAsync();
        var nothing = new JsonObject(PrefetchTemplates.All.Select(template => KeyValuePair.Create(template.Key, (JsonNode?)null)));

        (await (await host.CallAsync(Calls.TypeService, Calls.PatientView().With("prefetch", nothing).ToJsonString())).CardsAsync()).Should().BeEmpty();
    }

    private static string StateOf(string json, PrefetchTemplate template) => Answer(json, template).State.ToString();

    private static PrefetchAnswer Answer(string json, PrefetchTemplate template)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        return PrefetchAnswer.Of(JsonDocument.Parse(bytes).RootElement, bytes, template);
    }
}
