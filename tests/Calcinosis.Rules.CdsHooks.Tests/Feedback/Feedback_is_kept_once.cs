using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Calcinosis.Rules.CdsHooks.Tests.Feedback;

public sealed class Feedback_is_kept_once : IAsyncLifetime
{
    private const string Card = "4e0a3a1e-3283-4575-ab82-028d55fe2719";
    private const string Suggestion = "e56e1945-20b3-4393-8503-a1a20fd73152";
    private CdsHost _host = null!;

    public async Task InitializeAsync() => _host = await CdsHost.StartOpenAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_was_accepted_and_what_was_set_aside_is_kept()
    {
        (await SendAsync(Accepted(), Overridden())).StatusCode.Should().Be(HttpStatusCode.OK);

        Rows().Should().BeEquivalentTo(
            $"calcinosis-cutis-type {Card} accepted {Suggestion} - - 0 - 2021-12-11T10:05:31.0000000Z",
            $"calcinosis-cutis-type {Card} overridden  http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes patient-refuses 1 - 2020-12-11T00:00:00.0000000Z");
    }

    [Fact]
    public async Task The_same_report_sent_again_changes_nothing()
    {
        for (var time = 0; time < 3; time++)
            (await SendAsync(Accepted(), Accepted())).StatusCode.Should().Be(HttpStatusCode.OK);

        Rows().Should().HaveCount(1);
    }

    [Fact]
    public async Task Many_reports_at_once_are_all_kept()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            SendAsync(Overridden().With("outcomeTimestamp", $"2026-10-31T09:00:{number:00}Z"), Accepted())));

        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.OK);
        Rows().Should().HaveCount(41);
    }

    [Fact]
    public async Task Another_action_on_the_same_card_is_another_report()
    {
        await SendAsync(Accepted());
        await SendAsync(Accepted().With("outcomeTimestamp", "2021-12-11T10:06:00Z"));
        await SendAsync(Accepted().With("acceptedSuggestions", new JsonArray(new JsonObject { ["id"] = Card })));

        Rows().Should().HaveCount(3);
    }

    [Fact]
    public async Task Comments_are_kept_only_when_the_setting_says_so()
    {
        await using var host = await CdsHost.StartOpenAsync(options => options.Feedback.KeepComments = true);
        await host.CallAsync($"{Calls.TypeService}/feedback", Body(Overridden()));

        Rows(host).Should().ContainSingle().Which.Should().Contain("1 seen and discussed");
    }

    [Theory] // cds-fb-1, cds-fb-2, cds-fb-3 and the required fields
    [InlineData("card", null, "required feedback[0].card")]
    [InlineData("card", "not-a-uuid", "value feedback[0].card")]
    [InlineData("outcome", null, "required feedback[0].outcome")]
    [InlineData("outcome", "ignored", "value feedback[0].outcome")]
    [InlineData("acceptedSuggestions", null, "required feedback[0].acceptedSuggestions")]
    [InlineData("acceptedSuggestions", "[]", "value feedback[0].acceptedSuggestions")]
    [InlineData("acceptedSuggestions", "[1]", "value feedback[0].acceptedSuggestions[0]")]
    [InlineData("acceptedSuggestions", "[{}]", "required feedback[0].acceptedSuggestions[0].id")]
    [InlineData("overrideReason", "{}", "required feedback[0].overrideReason")]
    [InlineData("overrideReason", "{\"reason\":{}}", "required feedback[0].overrideReason.reason.code")]
    [InlineData("outcomeTimestamp", null, "required feedback[0].outcomeTimestamp")]
    [InlineData("outcomeTimestamp", "yesterday", "value feedback[0].outcomeTimestamp")]
    [InlineData("outcomeTimestamp", "2021-12-11", "value feedback[0].outcomeTimestamp")]
    [InlineData("outcomeTimestamp", "2021-12-11T10:05:31", "value feedback[0].outcomeTimestamp")]
    public async Task A_report_that_breaks_a_rule_is_refused_and_none_of_it_is_kept(string field, string? value, string problem)
    {
        var node = value is null ? null : value[0] is '[' or '{' ? JsonNode.Parse(value) : JsonValue.Create(value);

        var response = await SendAsync(Accepted().With(field, node), Overridden());

        (await response.ProblemsAsync(HttpStatusCode.BadRequest)).Should().Equal(problem);
        File.Exists(_host.DatabasePath).Should().BeFalse();
    }

    [Theory]
    [InlineData("{}", "required feedback")]
    [InlineData("{\"feedback\":[]}", "value feedback")]
    [InlineData("{\"feedback\":{}}", "value feedback")]
    [InlineData("{\"feedback\":[1]}", "value feedback[0]")]
    [InlineData("[]", "structure")]
    public async Task What_is_no_report_is_refused(string body, string problem) =>
        (await (await _host.CallAsync($"{Calls.TypeService}/feedback", body)).ProblemsAsync(HttpStatusCode.BadRequest)).Should().Equal(problem);

    [Fact]
    public async Task The_moment_may_be_written_in_another_zone()
    {
        await SendAsync(Accepted().With("outcomeTimestamp", "2021-12-11T12:05:31.5+02:00"));

        Rows().Should().ContainSingle().Which.Should().EndWith("2021-12-11T10:05:31.5000000Z");
    }

    [Fact]
    public async Task A_token_for_the_service_or_for_its_feedback_is_needed()
    {
        using var client = new ClientIdentity();
        await using var host = await CdsHost.StartAsync(Security.Tokens_are_checked.Trusting(client));

        async Task<HttpStatusCode> Send(string? audience)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/cds-services/{Calls.TypeService}/feedback") { Content = CdsHost.Json(Body(Accepted())) };
            if (audience is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", client.Token(host.Clock, audience));
            return (await host.Client.SendAsync(request)).StatusCode;
        }

        (await Send(null)).Should().Be(HttpStatusCode.Unauthorized);
        (await Send(Calls.OrderService)).Should().Be(HttpStatusCode.Unauthorized);
        (await Send($"{Calls.TypeService}/feedback")).Should().Be(HttpStatusCode.OK);
        (await Send(Calls.TypeService)).Should().Be(HttpStatusCode.OK);
        Rows(host).Should().HaveCount(1);
    }

    [Fact]
    public async Task Without_feedback_there_is_no_endpoint_for_it()
    {
        await using var host = await CdsHost.StartOpenAsync(options => options.Feedback.Enabled = false);

        (await host.CallAsync($"{Calls.TypeService}/feedback", Body(Accepted()))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static JsonObject Accepted() => new()
    {
        ["card"] = Card,
        ["outcome"] = "accepted",
        ["acceptedSuggestions"] = new JsonArray(new JsonObject { ["id"] = Suggestion }),
        ["outcomeTimestamp"] = "2021-12-11T10:05:31Z",
    };

    private static JsonObject Overridden() => new()
    {
        ["card"] = Card,
        ["outcome"] = "overridden",
        ["overrideReason"] = new JsonObject
        {
            ["reason"] = new JsonObject { ["code"] = "patient-refuses", ["system"] = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes" },
            ["userComment"] = "seen and discussed",
        },
        ["outcomeTimestamp"] = "2020-12-11T00:00:00Z",
    };

    private static string Body(params JsonObject[] entries) => new JsonObject { ["feedback"] = new JsonArray([.. entries]) }.ToJsonString();

    private Task<HttpResponseMessage> SendAsync(params JsonObject[] entries) => _host.CallAsync($"{Calls.TypeService}/feedback", Body(entries));

    private List<string> Rows() => Rows(_host);

    private static List<string> Rows(CdsHost host)
    {
        using var connection = new SqliteConnection($"Data Source={host.DatabasePath}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT service || ' ' || card || ' ' || outcome || ' ' || accepted || ' ' || coalesce(reason_system, '-') || ' ' || coalesce(reason_code, '-') || ' ' || has_comment || ' ' || coalesce(comment, '-') || ' ' || outcome_at FROM feedback";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
