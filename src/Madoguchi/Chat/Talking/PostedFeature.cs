using Madoguchi.Cases.Attaching;

namespace Madoguchi.Chat.Talking;

public static class PostedFeature
{
    private const long Largest = 2 * 1024 * 1024;

    /// <summary>A form without files as it came, or null when it is none, is broken, or is larger than a page of ours can send.</summary>
    public static async Task<Posted?> Posted(this HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.ContentLength > Largest)
            return null;
        try
        {
            var form = await request.ReadFormAsync(ct);
            var posted = new Posted(form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal), []);
            return posted.IsStorable ? posted : null;
        }
        catch (InvalidDataException)
        {
            return null; // too many fields, or too long ones: not from a page of ours
        }
    }

    /// <summary>A form with files, which are durable when this returns; or the status that says why not.</summary>
    public static async Task<(Posted? Posted, int Status)> PostedWithFiles(this HttpRequest request, Uploads uploads, CancellationToken ct)
    {
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            return await request.Posted(ct) is { } plain ? (plain, 200) : (null, 422);
        var upload = await uploads.Read(request, ct);
        return upload.Problem is { } problem ? (null, problem.StatusCode) : (new Posted(upload.Fields, upload.Files), 200);
    }
}
