using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Madoguchi.Tests.Rig;

/// <summary>A browser without scripts: it keeps cookies, opens pages and sends their forms with the token that the last page carried.</summary>
public sealed partial class Browser(HttpClient client) : IDisposable
{
    private string token = "";

    /// <summary>What it is, for tests that need more.</summary>
    public HttpClient Client { get; } = Prepare(client);

    /// <summary>Opens a page and remembers its form token.</summary>
    public async Task<Answer> Open(string path)
    {
        var page = await Client.Get(path);
        if (Token().Match(page.Text) is { Success: true } found)
            token = System.Net.WebUtility.HtmlDecode(found.Groups[1].Value);
        return page;
    }

    /// <summary>Sends a form: an anonymous object's members are its fields, a list sends a field several times.</summary>
    public async Task<Answer> Send(string path, object? fields = null)
    {
        if (token.Length == 0)
            await Open("/sign-in");
        return await SendWithout(path, fields, ("form-token", token));
    }

    /// <summary>Sends a form that may carry files.</summary>
    public async Task<Answer> SendFiles(string path, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("form-token", token)))
            form.Add(new StringContent(value), name);
        return await Answer.Of(await Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form as another site would: without the token.</summary>
    public async Task<Answer> SendWithout(string path, object? fields = null, params (string Name, string Value)[] more)
    {
        var all = (fields?.GetType().GetProperties() ?? []).SelectMany(p => p.GetValue(fields) switch
        {
            null => [],
            IEnumerable<string> many => many.Select(one => KeyValuePair.Create(p.Name, one)),
            var one => [KeyValuePair.Create(p.Name, Convert.ToString(one, System.Globalization.CultureInfo.InvariantCulture) ?? "")],
        }).Concat(more.Select(m => KeyValuePair.Create(m.Name, m.Value)));
        using var content = new FormUrlEncodedContent(all);
        var answer = await Answer.Of(await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken));
        // Signed in or out: the old token was somebody else's.
        if (path.StartsWith("/sign-", StringComparison.Ordinal) && answer.Headers.Location is { } next)
            await Open(path == "/sign-in" ? "/settings/me" : next.ToString());
        return answer;
    }

    public void Dispose() => Client.Dispose();

    private static HttpClient Prepare(HttpClient client)
    {
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return client;
    }

    [GeneratedRegex("<meta name=\"form-token\" content=\"([^\"]+)\"")]
    private static partial Regex Token();
}
