using System.Text.Json;

namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>
/// Watches for a name that stands twice in one object while a text is read, at a few nanoseconds a name. It keeps numbers
/// made from the names, not the names: it never misses a repetition, but may suspect one where there is none.
/// </summary>
internal sealed class RepeatedNames
{
    /// <summary>Objects with more names than this are suspected without being looked at, so that they cost no more than others.</summary>
    private const int MostNames = 64;
    private readonly (int First, ulong Seen)[] _objects = new (int, ulong)[FhirFindings.MaxDepth + 1];
    private ulong[] _names = new ulong[128];
    private int _count;
    private int _depth;

    /// <summary>Some object may hold a name twice; only a look at the names themselves can tell.</summary>
    public bool IsSuspected { get; private set; }

    /// <summary>Looks at the token that the reader stands on; every token must be shown, once and in order.</summary>
    public void See(ref readonly Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                _objects[++_depth] = (_count, 0);
                break;
            case JsonTokenType.EndObject:
                _count = _objects[_depth--].First;
                break;
            case JsonTokenType.PropertyName:
                // Two ways of writing one name look different: whoever writes names with escapes is looked at closely.
                IsSuspected |= json.ValueIsEscaped;
                Add(Utf8Hash.Of(json.ValueSpan));
                break;
        }
    }

    private void Add(ulong name)
    {
        ref var holder = ref _objects[_depth];
        var bit = 1UL << (int)(name >> 58);
        if ((holder.Seen & bit) != 0 && _count - holder.First <= MostNames)
            IsSuspected |= _names.AsSpan(holder.First, _count - holder.First).Contains(name);
        holder.Seen |= bit;
        if (_count - holder.First > MostNames)
        {
            IsSuspected = true;
            return;
        }

        if (_count == _names.Length)
            Array.Resize(ref _names, _count * 2);
        _names[_count++] = name;
    }
}
