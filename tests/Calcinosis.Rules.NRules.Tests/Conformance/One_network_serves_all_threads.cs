using Calcinosis.Rules.Tests.PublishedCases;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.NRules.Tests.Conformance;

public sealed class One_network_serves_all_threads
{
    [Fact]
    public void Many_threads_get_the_answers_that_one_gets()
    {
        PublishedCase[] patients = [.. PublishedCase.All().Take(30)];
        var alone = patients.Select(patient => ClassifierUnderTest.NRules.ClassifyJson(patient.Json).ToJson()).ToArray();

        Parallel.For(0, patients.Length * 4, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            ClassifierUnderTest.NRules.ClassifyJson(patients[i % patients.Length].Json).ToJson().Should().Be(alone[i % patients.Length]));
    }
}
