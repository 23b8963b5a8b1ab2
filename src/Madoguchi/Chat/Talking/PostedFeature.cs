namespace Madoguchi.Chat.Talking;

public static class PostedFeature
{
    private const long Largest = 2 * 1024 * 1024;

    /// <summary>The form as it came, or null when it is none, is broken, or is larger than a page of ours can send.</summary>
    public static async Task<Posted?> Posted(this HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.ContentLength > Largest)
            return null;
        try
        {
            var form = await request.ReadFormAsync(ct);
            var posted = new Posted(form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));
            return posted.IsStorable ? posted : null;
        }
        catch (InvalidDataException)
        {
            return null; // too many fields, or too long ones: not from a page of ours
        }
    }
}
