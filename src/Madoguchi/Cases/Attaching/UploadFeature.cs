using System.Globalization;
using System.Text;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Cases.Attaching;

/// <summary>Reads forms with files as they arrive: each file goes to its place byte by byte, and is durable when this returns.
/// No lock and no database context is held meanwhile, however slow the sender is.</summary>
public sealed class Uploads(Files files, IConfiguration configuration)
{
    /// <summary>The form field that carries files.</summary>
    public const string Field = "file";

    private const int MostFiles = 20;
    private const int MostFields = 100;
    private const int Together = 4;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary><c>Madoguchi:Files:Limit</c>: the largest file in bytes; a form with several may have four times as much.</summary>
    public long Limit { get; } = long.TryParse(configuration["Madoguchi:Files:Limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : 25 * 1024 * 1024;

    public async Task<Upload> Read(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return Upload.Refused(Problem.Of(415, "not-multipart", "Send files as a form.", "Content-Type: multipart/form-data"));
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 200)
            return Upload.Refused(Problem.MalformedBody("The Content-Type names no usable boundary."));
        // We count ourselves. The server's own limit would cut the line instead of saying why.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = null;
        try
        {
            return request.HttpContext.Features.Get<IFormFeature>()?.Form is { } form ? await Read(form, ct) : await Read(new MultipartReader(boundary, request.Body, 16 * 1024) { HeadersLengthLimit = 64 * 1024 }, ct);
        }
        catch (Files.TooLargeException)
        {
            return Upload.Refused(Problem.Of(413, "too-large", "The file is too large.", $"At most {Limit} bytes a file, {Limit * Together} bytes and {MostFiles} files at once."));
        }
        // What the reader says of a form that breaks off or is none; a broken disk has exceptions of its own.
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return Upload.Refused(Problem.MalformedBody("The form is broken or was cut off: " + broken.Message));
        }
        catch (DecoderFallbackException)
        {
            return Upload.Refused(Problem.MalformedBody("It is not UTF-8."));
        }
    }

    private async Task<Upload> Read(MultipartReader reader, CancellationToken ct)
    {
        var (kept, fields) = (new List<KeptFile>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var room = Limit * Together;
        long words = Body<Upload>.Limit;
        for (var parts = 0; await reader.ReadNextSectionAsync(ct) is { } section; parts++)
        {
            if (parts == MostFiles + MostFields)
                throw new Files.TooLargeException();
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || HeaderUtilities.RemoveQuotes(part.Name).ToString() is not { Length: > 0 } name)
                return Upload.Refused(Problem.MalformedBody("A part of the form has no name."));
            if (part.FileName.HasValue || part.FileNameStar.HasValue)
            {
                var claimed = part.FileNameStar.HasValue ? part.FileNameStar : HeaderUtilities.RemoveQuotes(part.FileName);
                if (await Keep(name, claimed.ToString(), section.Body, Math.Min(Limit, room), ct) is not { } file)
                    continue;
                kept.Add(file);
                room -= file.Size;
            }
            else
            {
                var bytes = await Words(section.Body, words, ct);
                words -= bytes.Length;
                fields[name] = Strict.GetString(bytes);
            }

            if (kept.Count > MostFiles || fields.Count > MostFields)
                throw new Files.TooLargeException();
        }

        return Checked(kept, fields);
    }

    // A form that somebody has read before us (antiforgery looks for its field there).
    private async Task<Upload> Read(IFormCollection form, CancellationToken ct)
    {
        var kept = new List<KeptFile>();
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            if (await Keep(file.Name, file.FileName, content, Limit, ct) is { } one)
                kept.Add(one);
            if (kept.Count > MostFiles)
                throw new Files.TooLargeException();
        }

        return Checked(kept, form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));
    }

    private static Upload Checked(List<KeptFile> kept, Dictionary<string, string> fields) =>
        fields.FirstOrDefault(f => !PlainText.IsStorable(f.Key) || !PlainText.IsStorable(f.Value)) is { Key: { } wrong }
            ? Upload.Refused("/" + (PlainText.IsStorable(wrong) ? wrong : ""), "The text has a NUL character or half a surrogate pair.") : new Upload(kept, fields);

    private async Task<KeptFile?> Keep(string field, string claimed, Stream content, long limit, CancellationToken ct)
    {
        if (field != Field)
            throw new InvalidDataException($"files belong in the field \"{Field}\".");
        await using var peeked = new PeekedStream(content, PictureSize.Head);
        var (sha256, size) = await files.Keep(peeked, limit, ct);
        if (size == 0 && claimed.Length == 0)
            return null; // a form's file field that was left empty
        var type = MediaType.Of(peeked.Head);
        var picture = PictureSize.Of(type, peeked.Head);
        return new KeptFile(FileName.Clean(claimed), type, size, sha256, picture?.Width, picture?.Height);
    }

    private static async Task<byte[]> Words(Stream content, long limit, CancellationToken ct)
    {
        using var words = new MemoryStream();
        var buffer = new byte[4096];
        for (int n; (n = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (words.Length + n > limit)
                throw new Files.TooLargeException();
            words.Write(buffer, 0, n);
        }

        return words.ToArray();
    }
}
