using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Guides.Walking;

/// <summary>A guide with a cheap way and a risky one.</summary>
public static class Told404
{
    public static async Task<string> In(App app)
    {
        var slug = $"app-{Guid.NewGuid():N}";
        (await app.Admin.Put($"/api/v1/guides/{slug}", new
        {
            title = new { ja = "どこを開いても404", en = "404 everywhere" },
            signs = new { words = new[] { slug } },
            ways = new object[]
            {
                new { slug = "restart", title = new { ja = "開き直す", en = "Restart" }, minutes = 2, steps = new[] { new { text = new { ja = "閉じます。", en = "Close it." } }, new { text = new { ja = "開きます。", en = "Open it." } } } },
                new { slug = "reinstall", title = new { ja = "入れ直す", en = "Reinstall" }, minutes = 4, risk = new { ja = "ダウンロードは消えます", en = "downloads are lost" }, steps = new[] { new { text = new { ja = "消します。", en = "Delete it." } } } },
            },
        })).Was(200);
        return slug;
    }
}
