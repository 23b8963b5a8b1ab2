namespace Madoguchi.Evidence.Bundling;

/// <summary>What lies in a bundle, for whoever opens it in ten years.</summary>
public static class BundleReadme
{
    public const string Text = """
        証拠一式 / Evidence bundle
        ==========================

        originals/     届いたままのファイルです。 / The files exactly as they came.
        manifest.json  一つずつの名前、SHA-256、大きさ、受け取った時刻、どなたから、読み取れたこと。
                       / Of each: name, SHA-256, size, time of receipt, who gave it, and what could be read from it.
        SHA256SUMS     照合のための一覧です。 / The list to check against.

        照合のしかた / How to verify
        ----------------------------
        Linux, Mac:  この一式を展開したフォルダで / in the folder where you unpacked it:

            sha256sum -c SHA256SUMS          (Mac: shasum -a 256 -c SHA256SUMS)

        Windows (PowerShell):  一つずつ / one by one:

            Get-FileHash originals\001-...   の値が manifest.json の sha256 と同じか比べます。 / Compare with "sha256" in manifest.json.

        わかること、わからないこと / What this proves, and what not
        -----------------------------------------------------------
        - ハッシュが合えば、そのファイルは受け取ったときから変わっていません。時刻は受け取った側の時計です。
          / If the hash is the same, the file is as it was when it was received. The time is by the receiver's clock.
        - 受け取る前に手が加えられていないことまでは、わかりません。画像の撮影時刻や機種、メールの経路は、ファイルを作った人が書き換えられます。
          / It does not say that nobody changed it before. A picture's time and device, or a mail's route, are what whoever made the file wrote into it.
        - メールの「認証の結果」は、受け取ったサーバーの控えです。署名の照合はまだ行っていません。
          / "Authentication results" of a mail are a receiving server's note. Its signature has not been verified here.
        - 各項目の entrySha256 は、この用件の経緯のつながりの中の値です。後から差し替えれば、以後のすべてが合わなくなります。
          / "entrySha256" is the item's place in the chain of this case's record: put in another one later, and nothing after it fits.

        """;
}
