using System.Text.RegularExpressions;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Chat;

/// <summary>A story told on the contact page, and the page that it got.</summary>
public sealed partial record Written(App App, string Path)
{
    public static async Task<Written> Story(App app, string text, string? desk = null)
    {
        var form = new Dictionary<string, string> { ["text"] = text, ["key"] = "once_" + Guid.NewGuid() };
        if (desk is not null)
            form["desk"] = desk;
        var sent = (await Post(app.Anonymous, "/contact", form)).Was(303);
        return new(app, sent.Headers.Location!.ToString()); // a 303 names the place
    }

    /// <summary>A form as browsers send it.</summary>
    public static async Task<Answer> Post(HttpClient client, string path, Dictionary<string, string> fields, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "file", name);
        // The app's own client follows redirects; what a form is answered is the question here.
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = client.BaseAddress };
        foreach (var product in client.DefaultRequestHeaders.UserAgent)
            browser.DefaultRequestHeaders.UserAgent.Add(product);
        return await Answer.Of(await browser.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken));
    }

    public static string NumberOn(string page) => Number().Match(page).Groups[1].Value;

    public async Task<Answer> Read() => (await App.Anonymous.Get(Path)).Was(200);

    public Task<Answer> Send(string act, Dictionary<string, string> fields, params (string Name, byte[] Bytes)[] files) => Post(App.Anonymous, $"{Path}/{act}", fields, files);

    public Task<Answer> Say(string text) => Send("messages", new() { ["text"] = text, ["key"] = "once_" + Guid.NewGuid() });

    /// <summary>The case behind the page, as an administrator finds it.</summary>
    public async Task<string> CaseId() => Case().Match((await Read()).Text).Groups[1].Value;

    [GeneratedRegex("id=\"number\"[^>]*>([^<]+)<")]
    private static partial Regex Number();

    [GeneratedRegex("data-timeline=\"([^\"]+)\"")]
    private static partial Regex Case();
}
