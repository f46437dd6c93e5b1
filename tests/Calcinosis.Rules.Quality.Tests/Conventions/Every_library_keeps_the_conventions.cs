using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Calcinosis.Rules.Quality.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Conventions;

public sealed class Every_library_keeps_the_conventions
{
    /// <summary>What an application fills in at its start, as .NET settings are; and the builder of the Testing package, which is no result.</summary>
    private static readonly string[] FilledInByTheCaller = ["Options", "Limits", "Settings"];
    private static readonly string[] FilledInByTheCallerByName = ["TrustedCdsClient", "AllowedFhirServer"];

    public static TheoryData<string> Names => Libraries.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Public_classes_are_sealed(string library) =>
        PublicTypes(library).Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Should().BeEmpty("nobody should have to wonder what a derived class would break");

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_cannot_be_changed(string library)
    {
        var settable = PublicTypes(library)
            .Where(type => !FilledInByTheCaller.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)) && !FilledInByTheCallerByName.Contains(type.Name))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}");

        settable.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lists_are_handed_out_for_reading_only(string library)
    {
        Type[] changeable = [typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(HashSet<>), typeof(ISet<>)];
        var lists = PublicTypes(library)
            .Where(type => !FilledInByTheCaller.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)) && !FilledInByTheCallerByName.Contains(type.Name))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType.IsArray || (property.PropertyType.IsGenericType && changeable.Contains(property.PropertyType.GetGenericTypeDefinition())))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}");

        lists.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_static_can_be_changed(string library)
    {
        var changeable = Libraries.Named(library).GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !IsGenerated(field) && field.GetCustomAttribute<ThreadStaticAttribute>() is null)
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");

        changeable.Should().BeEmpty("a classifier is shared by all threads, and the same findings give the same bytes");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_type_and_member_is_documented(string library)
    {
        var assembly = Libraries.Named(library);
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);

        // The compiler refuses an undocumented member (CS1591 is an error); this holds that the file is made and goes along.
        PublicTypes(library).Select(type => "T:" + type.FullName!.Replace('+', '.')).Where(name => !documented.Contains(name)).Should().BeEmpty();
    }

    [Fact]
    public void The_core_needs_nothing_but_validation_and_the_abstractions_of_the_container() =>
        References(Libraries.Core).Should().BeSubsetOf(["FluentValidation", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"]);

    [Fact]
    public void Adapters_lean_on_the_core_and_the_service_and_the_objects_on_the_reader_of_FHIR()
    {
        static string[] Own(string library) => [.. References(Libraries.Named(library)).Where(name => name.StartsWith("Calcinosis.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Own("Calcinosis.Rules").Should().BeEmpty();
        Own("Calcinosis.Rules.Fhir").Should().Equal("Calcinosis.Rules");
        Own("Calcinosis.Rules.Fhir.Firely").Should().Equal("Calcinosis.Rules", "Calcinosis.Rules.Fhir");
        Own("Calcinosis.Rules.CdsHooks").Should().Equal("Calcinosis.Rules", "Calcinosis.Rules.Fhir");
        Own("Calcinosis.Rules.Workbench").Should().Equal("Calcinosis.Rules");
        Own("Calcinosis.Rules.Testing").Should().Equal("Calcinosis.Rules");
    }

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard" and not "mscorlib");

    private static IEnumerable<Type> PublicTypes(string library) => Libraries.Named(library).GetExportedTypes();

    private static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal) || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (member.DeclaringType is { } outer && IsGenerated(outer)) || (member is Type type && type.FullName!.Contains('<', StringComparison.Ordinal));
}
