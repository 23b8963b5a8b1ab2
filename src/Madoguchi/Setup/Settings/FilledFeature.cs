using Madoguchi.Shared;

namespace Madoguchi.Setup.Settings;

public static class FilledFeature
{
    /// <summary>The fields of a plain form. What no database would take is taken out of them: nobody types a NUL.</summary>
    public static async Task<Filled> Filled(this HttpRequest request, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        return new Filled(form.ToDictionary(f => f.Key, f => Storable(string.Join('\n', f.Value.ToArray()).ReplaceLineEndings("\n")), StringComparer.Ordinal));
    }

    private static string Storable(string text) => PlainText.IsStorable(text) ? text : string.Concat(text.Where(c => c is not ('\0' or '\uFFFE') && !char.IsSurrogate(c)));
}
