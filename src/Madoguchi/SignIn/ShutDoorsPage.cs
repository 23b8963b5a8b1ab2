using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.SignIn;

/// <summary>Doors that stay shut, said kindly: what is the matter, that nothing is lost, where to go on.</summary>
public static class ShutDoorsPage
{
    /// <summary>A form without its token: another site's, or a page left open since before the last sign-in.</summary>
    public static Task RefuseForm(HttpContext http)
    {
        var t = Tongue.Asked(http);
        return Show(http, t, StatusCodes.Status400BadRequest, t["このページは古くなっています", "This page is out of date"],
            t["開いている間に、サインインが変わったようです。何も変更されていません。前のページに戻り、読み込み直してからもう一度お試しください。",
                "Your sign-in has changed while it was open. Nothing was done. Go back, load the page anew and try again."]);
    }

    public static Task RefuseAgent(HttpContext http)
    {
        var t = Tongue.Asked(http);
        return Show(http, t, StatusCodes.Status403Forbidden, t["このページは管理者用です", "This page is for administrators"],
            t["設定を変えられるのは管理者だけです。必要なことは管理者に頼んでください。", "Only administrators change the settings. Ask one for what you need."]);
    }

    private static Task Show(HttpContext http, Tongue t, int status, string said, string what) =>
        new RazorComponentResult<DoorPage>(new { T = t, Said = said, What = what, Href = "/desk", Link = t["用件の一覧へ", "To the cases"] }) { StatusCode = status }.ExecuteAsync(http);
}
