using System.Text;
using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Requests;

namespace Calcinosis.Rules.CdsHooks.Tests.Requests;

/// <summary>One pass reads a call and its resources; what it cannot vouch for is judged by the parser, name by name.</summary>
public sealed class A_body_is_read_in_one_pass
{
    [Theory]
    [InlineData("{\"hook\":\"a\",\"hook\":\"b\"}")]
    [InlineData("{\"hook\":\"a\",\"h\\u006fok\":\"b\"}")]
    [InlineData("{\"prefetch\":{},\"prefetch\":{}}")]
    [InlineData("{\"prefetch\":{\"patient\":null,\"patient\":null}}")]
    [InlineData("{\"prefetch\":{\"unheardOf\":{\"a\":[{\"b\":1,\"b\":2}]}}}")]
    [InlineData("{\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\",\"id\":\"1\",\"id\":\"2\"}}}")]
    [InlineData("{\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\",\"resourceType\":\"Patient\"}}}")]
    [InlineData("{\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\",\"meta\":{\"source\":\"a\",\"source\":\"b\"}}}}")]
    [InlineData("{\"prefetch\":{\"conditions\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"code\":{\"text\":\"a\",\"text\":\"b\"},\"resourceType\":\"Condition\"}}]}}}")]
    [InlineData("{\"prefetch\":{\"conditions\":{\"resourceType\":\"Bundle\",\"entry\":[{\"fullUrl\":\"a\",\"resource\":{\"resourceType\":\"Condition\"},\"fullUrl\":\"b\"}]}}}")]
    [InlineData("{\"context\":{\"patientId\":\"1\",\"patientId\":\"2\"}}")]
    public void A_name_twice_in_one_object_is_refused_wherever_it_stands(string body) => Problems(body).Should().ContainSingle().Which.Should().StartWith("structure");

    [Theory]
    [InlineData("{\"hook\":\"a\",\"Hook\":\"b\"}")]
    [InlineData("{\"h\\u006fok\":\"a\",\"prefetch\":{\"patient\":{\"resourceType\":\"Patient\",\"\\u0069d\":\"1\"}}}")]
    [InlineData("{\"prefetch\":{\"conditions\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"1\"}},{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"1\"}}]}}}")]
    public void Names_that_differ_or_stand_in_different_objects_are_read(string body) => Problems(body).Should().BeEmpty();

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void Of_many_names_in_one_object_each_is_looked_at(int names)
    {
        var fields = string.Join(',', Enumerable.Range(0, names).Select(number => $"\"field{number}\":{number}"));

        Problems($"{{\"extension\":{{{fields}}}}}").Should().BeEmpty();
        Problems($"{{\"extension\":{{{fields},\"field{names / 2}\":0}}}}").Should().ContainSingle();
    }

    [Fact]
    public void What_is_prefetched_goes_to_the_reader_of_FHIR_and_the_rest_is_kept()
    {
        const string body = """{"prefetch":{"patient":{"resourceType":"Patient","id":"1"},"reports":null,"conditions":7,"other":{}},"hook":"patient-view","context":{"patientId":"1"}}""";
        using var call = CallBody.Read(Encoding.UTF8.GetBytes(body), []);

        Encoding.UTF8.GetString(call!.Bytes.Span).Should().Be("""{"prefetch":{},"hook":"patient-view","context":{"patientId":"1"}}""");
        call.Prefetch.Keys.Should().BeEquivalentTo("patient", "reports", "conditions");
        call.Prefetch["patient"].Read!.Resources.Should().ContainSingle().Which.Id.Should().Be("1");
        call.Prefetch["reports"].Kind.Should().Be(JsonTokenType.Null);
        call.Prefetch["conditions"].Kind.Should().Be(JsonTokenType.None);
    }

    private static List<string> Problems(string body)
    {
        var problems = new List<RequestProblem>();
        using var call = CallBody.Read(Encoding.UTF8.GetBytes(body), problems);
        (call is null).Should().Be(problems.Count > 0);
        return [.. problems.Select(problem => $"{problem.Code} {problem.Text}")];
    }
}
