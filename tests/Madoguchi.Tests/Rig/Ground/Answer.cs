using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Madoguchi.Tests.Rig;

/// <summary>An answer of the API, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>A text member, or a number as text.</summary>
    public string this[string member] => Json.GetProperty(member).ToString();

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        using (response)
            return new(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The answer, if it is the one that was expected; else the test ends here with what was said instead.</summary>
    public Answer Was(HttpStatusCode expected) =>
        Status == expected ? this : throw new InvalidOperationException($"Expected {(int)expected}, got {(int)Status}: {Text[..Math.Min(Text.Length, 2000)]}");

    public Answer Was(int expected) => Was((HttpStatusCode)expected);
}
