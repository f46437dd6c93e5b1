using System.Collections.Frozen;

namespace Calcinosis.Rules.Fhir.Resources;

/// <summary>Names of the resource kinds.</summary>
internal static class ResourceKinds
{
    private static readonly FrozenDictionary<string, ResourceKind> Names =
        Enum.GetValues<ResourceKind>().Where(kind => kind != ResourceKind.Other).ToFrozenDictionary(kind => kind.ToString(), StringComparer.Ordinal);

    public static ResourceKind Of(string typeName) => Names.GetValueOrDefault(typeName, ResourceKind.Other);
}
