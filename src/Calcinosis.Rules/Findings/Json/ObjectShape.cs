using System.Text;
using System.Text.Json;

namespace Calcinosis.Rules.Findings.Json;

/// <summary>Reads one property into an entry.</summary>
internal delegate void FieldReader<T>(ref JsonCursor cursor, T entry);

/// <summary>Reads one element of a list.</summary>
internal delegate T? ElementReader<T>(ref JsonCursor cursor);

/// <summary>
/// The properties that an object may have and how each is read. One table serves the reader and the check against the
/// published schema.
/// </summary>
internal sealed class ObjectShape<T>
    where T : class
{
    private readonly (string Name, byte[] Utf8, FieldReader<T> Read)[] _fields;

    public ObjectShape(params (string Name, FieldReader<T> Read)[] fields) =>
        _fields = [.. fields.Select(field => (field.Name, Encoding.UTF8.GetBytes(field.Name), field.Read))];

    public IEnumerable<string> Names => _fields.Select(row => row.Name);

    /// <summary>Reads the object at the cursor into the seed; null when there is no object.</summary>
    public T? Read(ref JsonCursor cursor, T seed)
    {
        if (cursor.IsNull)
            return null;
        if (cursor.Token != JsonTokenType.StartObject)
        {
            cursor.WrongType("an object");
            return null;
        }

        var (seen, next) = (0UL, 0);
        while (cursor.Read() && cursor.Token != JsonTokenType.EndObject)
        {
            var index = Find(ref cursor, next);
            if (index < 0)
            {
                Unknown(ref cursor);
                continue;
            }

            cursor.Enter(_fields[index].Name);
            if ((seen >> index & 1) != 0)
                cursor.Warn("duplicate-property", _fields[index].Name, "each property once", "The property stands twice; the last one counts.");
            seen |= 1UL << index;
            next = index + 1;
            cursor.Read();
            _fields[index].Read(ref cursor, seed);
            cursor.Leave();
        }

        return seed;
    }

    /// <summary>The property whose name stands at the cursor; most documents write them in the order of the table, so the search goes on where the last one ended.</summary>
    private int Find(ref JsonCursor cursor, int next)
    {
        for (var tried = 0; tried < _fields.Length; tried++)
        {
            var i = next + tried < _fields.Length ? next + tried : next + tried - _fields.Length;
            if (cursor.NameIs(_fields[i].Utf8))
                return i;
        }

        return -1;
    }

    /// <summary>Extensions begin with <c>x-</c> or an underscore and are passed over; anything else is told.</summary>
    private static void Unknown(ref JsonCursor cursor)
    {
        var name = cursor.PropertyName();
        cursor.Enter(name);
        if (!name.StartsWith("x-", StringComparison.Ordinal) && !name.StartsWith('_'))
            cursor.NotUnderstood("property", name, "no such property; it took no part");
        cursor.Read();
        cursor.Skip();
        cursor.Leave();
    }
}

/// <summary>Lists and other composite values.</summary>
internal static class JsonLists
{
    public static IReadOnlyList<T> List<T>(this ref JsonCursor cursor, ElementReader<T> element)
    {
        if (cursor.IsNull)
            return [];
        if (cursor.Token != JsonTokenType.StartArray)
        {
            cursor.WrongType("a list");
            return [];
        }

        var items = new List<T>();
        for (var index = 0; cursor.Read() && cursor.Token != JsonTokenType.EndArray; index++)
        {
            cursor.Enter(index);
            if (cursor.IsNull)
                cursor.Warn("null-element", null, "an element", "A list element is null; it was passed over.");
            else if (element(ref cursor) is { } item)
                items.Add(item);
            cursor.Leave();
        }

        return items.Count == 0 ? [] : items.ToArray();
    }

    public static IReadOnlyList<string> Strings(this ref JsonCursor cursor) => cursor.List(static (ref JsonCursor c) => c.Text());

    public static IReadOnlyList<T> Words<T>(this ref JsonCursor cursor, string kind)
        where T : struct, Enum =>
        [.. cursor.List((ref JsonCursor c) => c.Word<T>(kind)).Where(word => word is not null).Select(word => word!.Value)];
}
