namespace Madoguchi.Chat;

/// <summary>Whose pages may show ours in a frame: those whose origins the desk lists, for its widget; otherwise nobody's.</summary>
public static class FramingFeature
{
    private static readonly object Item = new();

    public static void FramedBy(this HttpContext http, IReadOnlyCollection<string> origins) => http.Items[Item] = origins.Count > 0 ? string.Join(' ', origins) : null;

    /// <summary>The value of <c>frame-ancestors</c>.</summary>
    public static string Of(HttpContext http) => http.Items[Item] as string ?? "'none'";
}
