//! A speech on the page of an office's site: menu, path, buttons and footer around it.

/// The page, in the encoding that it is said to be in.
pub(super) fn page(text: &str, charset: &str) -> String {
    let (title, body) = text.split_once('\n').unwrap_or((text, ""));
    let body: String = body.lines().map(|line| format!("<p>　　{line}</p>\n")).collect();
    format!(
        r##"<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}_青山市人民政府</title>
<style>.nav li {{ float: left }}</style><script>var site = "<p>不是正文</p>";</script></head>
<body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hdjl">互动交流</a></li><li><a href="/zwfw">政务服务</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a href="/ldjh">领导讲话</a></div>
<div class="article">
<h1>{title}</h1>
<div class="info"><span>发布时间：2026-03-18 09:30</span> <span>来源：市政府办公室</span> <span>浏览次数：128</span> <span>字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</span></div>
<div class="content" id="zoom">
{body}</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a> <a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
</div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1.html">市政府召开常务会议</a></li><li><a href="/2.html">市领导到基层调研</a></li></ul></div>
<div class="footer"><p>主办：青山市人民政府办公室　承办：青山市大数据中心</p><p>网站标识码：0000000000　京ICP备00000000号　京公网安备00000000000000号</p></div>
</body></html>
"##
    )
}
