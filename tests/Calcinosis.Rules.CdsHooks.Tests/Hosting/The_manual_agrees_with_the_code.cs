using System.Reflection;
using System.Text;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.Hosting;
using Calcinosis.Rules.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Calcinosis.Rules.CdsHooks.Tests.Hosting;

public sealed class The_manual_agrees_with_the_code
{
    private static readonly string Manual = Repository.Read("docs/cds-hooks.md");

    [Fact]
    public void Every_setting_is_in_the_manual() =>
        SettingsOf(typeof(CdsHooksOptions)).Should().OnlyContain(name => Manual.Contains($"`{name}", StringComparison.Ordinal) || Manual.Contains($".{name}`", StringComparison.Ordinal));

    [Fact]
    public void Every_service_and_hook_is_in_the_manual() =>
        CdsService.All.SelectMany(service => service.Hooks.Append(service.Id)).Should().OnlyContain(name => Manual.Contains($"`{name}`", StringComparison.Ordinal));

    [Fact]
    public void The_example_of_settings_works()
    {
        var json = Manual[(Manual.IndexOf("```json\n", StringComparison.Ordinal) + 8)..];
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json[..json.IndexOf("```", StringComparison.Ordinal)]));
        var options = new CdsHooksOptions();

        new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("CdsHooks").Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);

        options.TrustedClients.Should().ContainSingle();
        new CdsHooksOptionsValidator().Validate(null, options).Failures.Should().BeNullOrEmpty();
    }

    private static IEnumerable<string> SettingsOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
            ElementOf(property.PropertyType) is { Namespace: "Calcinosis.Rules.CdsHooks" } inner ? SettingsOf(inner).Append(property.Name) : [property.Name]);

    private static Type ElementOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;
}
