using System.Globalization;
using System.Runtime.CompilerServices;

namespace Calcinosis.Rules.Tests;

/// <summary>
/// All tests run in a culture with a decimal comma and a point between thousands: a number that is printed or read in the culture of the machine shows at
/// once. <c>CALCINOSIS_TEST_CULTURE</c> names another one.
/// </summary>
internal static class ForeignCulture
{
#pragma warning disable CA2255 // A test assembly is the application here, and the culture must be set before its first test.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set()
    {
        var name = Environment.GetEnvironmentVariable("CALCINOSIS_TEST_CULTURE");
        var culture = CultureInfo.GetCultureInfo(string.IsNullOrEmpty(name) ? "nl-NL" : name);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
    }
}
