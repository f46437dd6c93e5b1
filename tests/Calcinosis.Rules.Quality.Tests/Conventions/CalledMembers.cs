using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Calcinosis.Rules.Quality.Tests.Conventions;

/// <summary>A member of another assembly that an assembly calls.</summary>
/// <param name="Type">Full name of its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">How many parameters it takes.</param>
/// <param name="ParameterTypes">Their types, as far as they are simple.</param>
internal sealed record CalledMember(string Type, string Name, int Parameters, string ParameterTypes)
{
    public override string ToString() => $"{Type}.{Name}({ParameterTypes})";

    /// <summary>Every member that the assembly refers to, read from its metadata: what is not in this table cannot be called.</summary>
    public static IReadOnlyList<CalledMember> Of(System.Reflection.Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var called = new List<CalledMember>();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference || member.GetKind() != MemberReferenceKind.Method)
                continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            var signature = member.DecodeMethodSignature(new SimpleNames(), genericContext: null);
            called.Add(new CalledMember(
                $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}", metadata.GetString(member.Name), signature.ParameterTypes.Length, string.Join(", ", signature.ParameterTypes)));
        }

        return called;
    }

    public static IReadOnlyList<string> TypesOf(System.Reflection.Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }

    private sealed class SimpleNames : ISignatureTypeProvider<string, object?>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => "?";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[,]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPinnedType(string elementType) => elementType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function";

        public string GetGenericInstantiation(string genericType, System.Collections.Immutable.ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;
    }
}
