using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>
/// The bytes of a body, read into a rented buffer within limits of size and time. Dispose it when nothing refers to the bytes
/// any more; they are wiped, since they are a patient's.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstRent = 64 * 1024;
    private byte[] _buffer;
    private int _length;

    private RequestBody(byte[] buffer) => _buffer = buffer;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads the body.</summary>
    /// <returns>The body and 0; or null and the status with which the request is refused: 408, 413 or 415.</returns>
    public static async Task<(RequestBody? Body, int Status)> ReadAsync(HttpContext context, RequestLimits limits)
    {
        if (!IsPlainJson(context.Request))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        if (context.Request.ContentLength > limits.MaxBodyBytes)
            return (null, StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = limits.MaxBodyBytes;
        var body = new RequestBody(ArrayPool<byte>.Shared.Rent((int)Math.Clamp(context.Request.ContentLength ?? FirstRent, 1, limits.MaxBodyBytes) + 1));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(limits.BodyTimeout);
        var status = StatusCodes.Status400BadRequest;
        try
        {
            status = await body.FillAsync(context.Request.Body, limits.MaxBodyBytes, deadline.Token).ConfigureAwait(false) ? 0 : StatusCodes.Status413PayloadTooLarge;
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            status = StatusCodes.Status408RequestTimeout;
        }
        catch (BadHttpRequestException refused)
        {
            status = refused.StatusCode;
        }
        finally
        {
            if (status != 0)
                body.Dispose();
        }

        return status == 0 ? (body, 0) : (null, status);
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        var length = _length;
        _length = 0;
        if (buffer.Length == 0)
            return;
        buffer.AsSpan(0, length).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private async Task<bool> FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _buffer.Length)
                Grow();
            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return true;
            _length += read;
            if (_length > limit)
                return false;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>JSON in UTF-8 that is not compressed: a compressed body could be small outside and huge inside.</summary>
    private static bool IsPlainJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(new StringSegment(request.ContentType), out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/fhir+json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && (StringValues.IsNullOrEmpty(request.Headers.ContentEncoding) || string.Equals(request.Headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase));
}
