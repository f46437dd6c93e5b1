namespace Calcinosis.Rules.Quality.Tests.Support;

/// <summary>A test that packs or publishes: minutes instead of seconds, so it runs only where <c>CALCINOSIS_PUBLISH_TESTS=1</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishFactAttribute : FactAttribute
{
    public PublishFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CALCINOSIS_PUBLISH_TESTS") != "1")
            Skip = "packs and publishes, which takes minutes; set CALCINOSIS_PUBLISH_TESTS=1";
    }
}
